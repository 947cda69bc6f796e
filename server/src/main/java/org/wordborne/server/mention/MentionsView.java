package org.wordborne.server.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of mentions, with what the whole result looks like.
///
/// @param next cursor of the next page, or null
/// @param total mentions in the whole result
/// @param people handles that spoke in it
/// @param costliest where nothing was found: the condition without which most would be found
public record MentionsView(
    List<MentionView> mentions,
    @Nullable String next,
    long total,
    long people,
    Facets facets,
    @Nullable Costliest costliest) {

  /// How the result spreads over each filter.
  public record Facets(
      List<FacetView> sentiment,
      List<FacetView> intent,
      List<FacetView> source,
      List<FacetView> language,
      List<FacetView> topic) {}

  /// One value of a filter.
  ///
  /// @param value what the filter takes
  /// @param label what a page shows
  public record FacetView(String value, String label, long count) {}

  /// The condition that costs most.
  ///
  /// @param condition the filter or part of the query
  /// @param without mentions found without it
  public record Costliest(String condition, long without) {}
}
