package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.People;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// The talk of twelve weeks: what was said about us, and what we said.
///
/// Held for a minute: a page that is opened again costs nothing. Of more than 60,000 words the
/// newest are taken.
@Component
class StrategyTalk {
  static final Duration WINDOW = Duration.ofDays(84);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 60_000;

  private final Mentions mentions;
  private final People people;
  private final InstantSource clock;
  private final Map<WorkspaceId, Heard> held = new ConcurrentHashMap<>();

  StrategyTalk(Mentions mentions, People people, InstantSource clock) {
    this.mentions = mentions;
    this.people = people;
    this.clock = clock;
  }

  /// Words spoken in `[from, to)`, the newest heard first.
  record Heard(Instant from, Instant to, long seq, List<TalkWord> words) {}

  /// The twelve weeks before now.
  Heard now(Scope scope) {
    Instant now = clock.instant();
    Heard known = held.get(scope.workspace());
    if (known != null && isFresh(scope, known, now)) {
      return known;
    }
    Heard heard = until(scope, now);
    held.put(scope.workspace(), heard);
    return heard;
  }

  private boolean isFresh(Scope scope, Heard known, Instant now) {
    Duration old = Duration.between(known.to(), now);
    return !old.isNegative()
        && (old.compareTo(FRESH) < 0
            || old.compareTo(FRESH.multipliedBy(60)) < 0
                && known.seq() == mentions.newestSeq(scope));
  }

  /// Lets go of what is held, so that the next look reads anew.
  void forget(Scope scope) {
    held.remove(scope.workspace());
  }

  /// The twelve weeks before `to`.
  Heard until(Scope scope, Instant to) {
    Instant from = to.minus(WINDOW);
    long seq = mentions.newestSeq(scope);
    var spoken = mentions.spoken(scope, from, to, MOST);
    var handles = spoken.stream().map(one -> one.author().handle()).collect(Collectors.toSet());
    Map<UUID, UUID> known = people.peopleOf(scope, handles);
    var words =
        spoken.stream()
            .filter(StrategyTalk::counts)
            .map(one -> word(one, known))
            .toList();
    return new Heard(from, to, seq, words);
  }

  private static boolean counts(Mention mention) {
    return mention.own()
        || !mention.topics().isEmpty() && !mention.understanding().countsAsSpam();
  }

  private static TalkWord word(Mention mention, Map<UUID, UUID> known) {
    UUID handle = mention.author().handle();
    return new TalkWord(mention, known.getOrDefault(handle, handle));
  }
}
