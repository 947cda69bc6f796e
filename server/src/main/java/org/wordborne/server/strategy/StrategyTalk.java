package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.People;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// The talk of twelve weeks: what was said about us, and what we said.
///
/// Held for a minute, and read anew in the background after it: who opens the page sees what is
/// held, of the last hour at most. Of more than 60,000 words the newest are taken, and `from` is
/// when the first of them was spoken.
@Component
class StrategyTalk {
  static final Duration WINDOW = Duration.ofDays(84);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration LONGEST_HELD = Duration.ofHours(1);
  private static final int MOST = 60_000;

  private final Mentions mentions;
  private final People people;
  private final InstantSource clock;
  private final Map<WorkspaceId, Heard> held = new ConcurrentHashMap<>();
  private final Set<WorkspaceId> reading = ConcurrentHashMap.newKeySet();

  StrategyTalk(Mentions mentions, People people, InstantSource clock) {
    this.mentions = mentions;
    this.people = people;
    this.clock = clock;
  }

  /// Words spoken in `[from, to)`, all of them, the newest heard first.
  record Heard(Instant from, Instant to, long seq, List<TalkWord> words) {
    /// Whether there are more words in the twelve weeks than are read.
    boolean isCut() {
      return from.isAfter(to.minus(WINDOW));
    }

    /* Two readings are the same only if they are one: their words are many. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /// The twelve weeks before now.
  Heard now(Scope scope) {
    Instant now = clock.instant();
    Heard known = held.get(scope.workspace());
    if (known == null || !isOf(known, now, LONGEST_HELD)) {
      Heard heard = until(scope, now);
      held.put(scope.workspace(), heard);
      return heard;
    }
    if (!isFresh(scope, known, now) && reading.add(scope.workspace())) {
      Thread.ofVirtual().name("strategy-talk").start(() -> readAgain(scope, known));
    }
    return known;
  }

  private void readAgain(Scope scope, Heard old) {
    try {
      held.replace(scope.workspace(), old, until(scope, clock.instant()));
    } finally {
      reading.remove(scope.workspace());
    }
  }

  private static boolean isOf(Heard known, Instant now, Duration last) {
    Duration old = Duration.between(known.to(), now);
    return !old.isNegative() && old.compareTo(last) < 0;
  }

  private boolean isFresh(Scope scope, Heard known, Instant now) {
    return isOf(known, now, FRESH) || known.seq() == mentions.newestSeq(scope);
  }

  /// Lets go of what is held, so that the next look reads anew.
  void forget(Scope scope) {
    held.remove(scope.workspace());
  }

  /// The twelve weeks before `to`.
  Heard until(Scope scope, Instant to) {
    return until(scope, to, MOST);
  }

  /// The same of at most so many words: of more, the time is shortened to that of the newest.
  Heard until(Scope scope, Instant to, int most) {
    Instant from = to.minus(WINDOW);
    long seq = mentions.newestSeq(scope);
    var spoken = mentions.spoken(scope, from, to, most + 1);
    if (spoken.size() > most) {
      from = mentions.spokenSince(scope, from, to, most);
      spoken = mentions.spoken(scope, from, to, most);
    }
    var handles = spoken.stream().map(one -> one.author().handle()).collect(Collectors.toSet());
    Map<UUID, UUID> known = people.peopleOf(scope, handles);
    var words = spoken.stream().filter(StrategyTalk::counts).map(one -> word(one, known)).toList();
    return new Heard(from, to, seq, words);
  }

  private static boolean counts(Mention mention) {
    return mention.own() || !mention.topics().isEmpty() && !mention.understanding().countsAsSpam();
  }

  private static TalkWord word(Mention mention, Map<UUID, UUID> known) {
    UUID handle = mention.author().handle();
    return new TalkWord(mention, known.getOrDefault(handle, handle));
  }
}
