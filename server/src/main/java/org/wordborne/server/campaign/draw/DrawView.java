package org.wordborne.server.campaign.draw;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draw as it stands.
///
/// @param state `open` (not sealed), `sealed` (its number lies in the future), `waiting` (the
///     number is due and not had yet), `drawn`
/// @param lacks why it cannot be sealed yet, in sentences; empty once it can
/// @param entries how many are in the list
/// @param changes what was changed after the seal, in sentences; the draw uses the sealed list
/// @param page path of the page for everybody; null where the contest has none
public record DrawView(
    UUID contest,
    String state,
    String name,
    List<String> lacks,
    @Nullable DrawBeacon beacon,
    List<DrawStep> steps,
    List<DrawWinner> winners,
    List<DrawWinner> alternates,
    int entries,
    List<String> changes,
    @Nullable String page) {
  DrawView at(@Nullable String path) {
    return new DrawView(
        contest, state, name, lacks, beacon, steps, winners, alternates, entries, changes, path);
  }

  /// Takes copies.
  public DrawView {
    lacks = List.copyOf(lacks);
    steps = List.copyOf(steps);
    winners = List.copyOf(winners);
    alternates = List.copyOf(alternates);
    changes = List.copyOf(changes);
  }

  /// The number that nobody can know yet.
  ///
  /// @param standIn whether it is not the public chain that verifiers trust by themselves
  /// @param trouble why it is not had although it is due; null where it is
  public record DrawBeacon(
      String chain, long round, Instant due, boolean standIn, @Nullable String trouble) {}

  /// A step: `rule`, `seal`, `beacon`, `draw`.
  ///
  /// @param at when it was done; null where it was not
  /// @param values what is published by it, hashes in hexadecimal
  public record DrawStep(String name, @Nullable Instant at, Map<String, String> values) {
    /// Takes a copy.
    public DrawStep {
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
  }

  /// A place.
  ///
  /// @param prize what it is called; null for an alternate
  /// @param number of the entry in the list, from 1
  /// @param shown by their own choice of name; null for "Entry 58"
  public record DrawWinner(
      int place, @Nullable String prize, int number, String code, @Nullable String shown) {}
}
