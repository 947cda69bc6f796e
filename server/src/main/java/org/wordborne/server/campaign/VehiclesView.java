package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the people a campaign is for already talk.
///
/// @param people how many of them spoke in the time looked at
/// @param enough whether there are enough people for figures
/// @param rows the places, where most of them talk first; without figures where there are too few
/// @param notThis the place that is advised against: where the fewest of them talk; null where
///     there is no choice or no figure
public record VehiclesView(
    String query,
    Instant from,
    Instant to,
    long people,
    boolean enough,
    List<VehicleRow> rows,
    @Nullable UUID notThis) {

  /// One place.
  ///
  /// @param people how many of them spoke there
  /// @param share of all of them; null where there are too few, as its interval of 90 %
  public record VehicleRow(
      UUID source,
      String name,
      String kind,
      @Nullable Long people,
      @Nullable Double share,
      @Nullable Double low,
      @Nullable Double high) {}
}
