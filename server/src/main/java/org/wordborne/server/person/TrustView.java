package org.wordborne.server.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person does to another, seen from one of them, with the words that prove it.
///
/// @param deed answers, repeats, thanks, recommends; answered-by, repeated-by, thanked-by,
///     recommended-by from the other side
/// @param mentions the newest words behind the count, at most ten
/// @param pairs the same words, each with the one that it answers or repeats
public record TrustView(
    PersonRef person,
    String deed,
    int count,
    List<UUID> mentions,
    List<Pair> pairs,
    Instant lastAt) {

  /// A word and the one that called for it.
  ///
  /// @param answered null where that one was never heard
  public record Pair(UUID said, @Nullable UUID answered) {}
}
