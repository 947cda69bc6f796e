package org.wordborne.server.mention.index;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of found mentions, and what is true of all that were found.
///
/// @param hits this page, in order
/// @param next cursor of the next page; null where this is the last
/// @param total how many were found in all
/// @param people how many distinct authors they have
/// @param facets how they divide
/// @param costliest where nothing was found: the condition that costs most, if there is one
public record FoundMentions(
    List<Hit> hits,
    @Nullable String next,
    long total,
    long people,
    Facets facets,
    @Nullable Costliest costliest) {

  /// One found mention.
  ///
  /// @param id the mention
  /// @param seq its sequence number when it was indexed
  public record Hit(UUID id, long seq) {}

  /// How found mentions divide; in each list the most frequent first.
  ///
  /// @param sentiment by label
  /// @param intent by word; a mention may have several
  /// @param source by id of the source
  /// @param language by code
  /// @param topic by id of the topic; a mention may have several
  public record Facets(
      List<Slice> sentiment,
      List<Slice> intent,
      List<Slice> source,
      List<Slice> language,
      List<Slice> topic) {}

  /// One part of a division.
  ///
  /// @param value what its mentions share
  /// @param count how many there are
  public record Slice(String value, long count) {}

  /// A condition without which something would have been found.
  ///
  /// @param condition `query`, a part of the query in canonical form, or a filter's name:
  ///     `sentiment`, `intent`, `language`, `source`, `topic`, `time`, `spam`, `hidden`
  /// @param without how many mentions there are without it
  public record Costliest(String condition, long without) {}
}
