package org.wordborne.server.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a batch of words changed.
///
/// @param words the batch, each in its place
/// @param joined threads that are no more, and the thread into which each went
public record LedgerEntry(List<PlacedWord> words, Map<UUID, UUID> joined) {
  /// Nothing changed.
  static final LedgerEntry NONE = new LedgerEntry(List.of(), Map.of());

  /// The threads touched by the batch.
  public Collection<UUID> threads() {
    return words.stream().map(PlacedWord::thread).distinct().toList();
  }

  /// The word of that mention, if it was in the batch.
  public Optional<PlacedWord> of(UUID mention) {
    return words.stream().filter(placed -> placed.word().mention().equals(mention)).findFirst();
  }
}
