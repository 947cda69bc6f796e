package org.wordborne.server.spread;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Those chosen and the people around them.
///
/// @param of how many people there are in all
public record SeedGraphView(List<SeedNode> people, List<SeedArc> arcs, int of) {
  /// Takes copies.
  public SeedGraphView {
    people = List.copyOf(people);
    arcs = List.copyOf(arcs);
  }

  /// A person.
  ///
  /// @param number of one who was chosen; null for the others
  /// @param hear how many are known to hear them
  public record SeedNode(UUID id, String name, @Nullable Integer number, int hear) {}

  /// `to` hears `from`; both are places in the list of people.
  ///
  /// @param mention the newest word that proves it
  public record SeedArc(int from, int to, double chance, int deeds, UUID mention) {}
}
