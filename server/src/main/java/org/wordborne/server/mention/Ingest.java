package org.wordborne.server.mention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Incoming.TakenBack;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The one way in: hears a batch of posts and keeps what is wanted, once.
///
/// Hearing the same post again changes nothing; an edit replaces it; what was taken back at its
/// origin stays away, in whatever order both arrive.
@Component
public class Ingest {
  private final Transactions transactions;
  private final Hearings hearings;
  private final MentionWriter writer;
  private final MentionFollowers followers;
  private final TopicMatchers matchers;

  Ingest(
      Transactions transactions,
      Hearings hearings,
      MentionWriter writer,
      MentionFollowers followers,
      TopicMatchers matchers) {
    this.transactions = transactions;
    this.hearings = hearings;
    this.writer = writer;
    this.followers = followers;
    this.matchers = matchers;
  }

  /// A batch that was heard and is not yet kept.
  public static final class Prepared {
    private final Scope scope;
    private final Origin origin;
    private final Batch batch;
    private final Wanted wanted;
    private final int generation;

    private Prepared(Scope scope, Origin origin, Batch batch, Wanted wanted, int generation) {
      this.scope = scope;
      this.origin = origin;
      this.batch = batch;
      this.wanted = wanted;
      this.generation = generation;
    }

    /// The keys of what it keeps, for the batches that are heard before it is written.
    public Set<UUID> kept() {
      return wanted.keep.stream().map(HeardWord::key).collect(Collectors.toSet());
    }
  }

  /// Hears and keeps a batch, and does `alongside` in the same transaction: the place for the
  /// cursor that brought it. When this returns, all of it outlives a crash.
  ///
  /// @param incoming in the order in which it happened; of several forms of a post the last counts
  public Kept keep(
      Scope scope, Origin origin, List<Incoming> incoming, Consumer<JdbcClient> alongside) {
    return keep(prepare(scope, origin, incoming), alongside);
  }

  /// As [#keep], with nothing else in the transaction.
  public Kept keep(Scope scope, Origin origin, List<Incoming> incoming) {
    return keep(scope, origin, incoming, _ -> {});
  }

  /// Hears a batch; nothing is written.
  public Prepared prepare(Scope scope, Origin origin, List<Incoming> incoming) {
    return prepare(scope, origin, incoming, Set.of());
  }

  /// Hears a batch behind others that are heard and not yet written.
  ///
  /// @param unwritten keys of what those keep: what answers one of them is kept too
  public Prepared prepare(
      Scope scope, Origin origin, List<Incoming> incoming, Set<UUID> unwritten) {
    return prepare(scope, origin, Batch.of(origin, incoming), unwritten);
  }

  /// Keeps what was heard.
  public Kept keep(Prepared heard, Consumer<JdbcClient> alongside) {
    return keep(heard, (tx, _) -> alongside.accept(tx));
  }

  /// Keeps what was heard; `alongside` is told what became of it.
  public Kept keep(Prepared heard, BiConsumer<JdbcClient, Kept> alongside) {
    Prepared prepared = heard;
    Optional<Kept> kept = write(prepared, alongside);
    while (kept.isEmpty()) {
      prepared = prepare(prepared.scope, prepared.origin, prepared.batch, Set.of());
      kept = write(prepared, alongside);
    }
    CrashPoint.reach("ingest.committed");
    if (kept.get().changedAnything()) {
      followers.wake(prepared.scope.workspace(), kept.get().fresh());
    }
    return kept.get();
  }

  private Prepared prepare(Scope scope, Origin origin, Batch batch, Set<UUID> unwritten) {
    int generation = matchers.of(scope.workspace()).generation();
    var wanted = hear(scope, origin, batch, unwritten);
    CrashPoint.reach("ingest.heard");
    return new Prepared(scope, origin, batch, wanted, generation);
  }

  /// Empty, and nothing written, where the topics changed since the batch was heard. That is
  /// judged under the lock under which a backfill begins, so that every post is seen by one of
  /// both.
  private Optional<Kept> write(Prepared heard, BiConsumer<JdbcClient, Kept> alongside) {
    var matcher = matchers.of(heard.scope.workspace());
    var work =
        new MentionWriter.Work(
            heard.wanted.keep, heard.batch.gone, () -> matcher.generation() == heard.generation);
    Optional<Kept> kept =
        transactions.in(
            heard.scope,
            tx -> {
              var done = writer.write(tx, heard.scope, heard.origin, work);
              if (done.isPresent()) {
                alongside.accept(tx, done.get());
                CrashPoint.reach("ingest.written");
              }
              return done;
            });
    int same = heard.wanted.same + heard.batch.repeats;
    return kept.map(done -> done.plus(new Kept(0, 0, same, heard.wanted.dropped, 0)));
  }

  private Wanted hear(Scope scope, Origin origin, Batch batch, Set<UUID> unwritten) {
    if (batch.spoken.isEmpty()) {
      return new Wanted(List.of(), 0, 0);
    }
    var before = transactions.in(scope, tx -> Before.of(tx, batch.spoken.keySet()));
    var known = before.known;
    var fresh = new ArrayList<Spoken>();
    int same = 0;
    for (var entry : batch.spoken.entrySet()) {
      if (known.isSettled(entry.getKey(), Digests.content(entry.getValue()))) {
        same++;
      } else {
        fresh.add(entry.getValue());
      }
    }
    if (fresh.isEmpty()) {
      return new Wanted(List.of(), same, 0);
    }
    var heard = hearings.hear(scope, origin, fresh, before.own);
    var threads = transactions.in(scope, tx -> FollowedThreads.of(tx, origin, fresh));
    threads.follow(unwritten);
    var keep = new ArrayList<HeardWord>();
    for (Hearings.Judged judged : heard) {
      HeardWord word = judged.word();
      boolean tied = unwritten.contains(word.key()) || threads.leadTo(word);
      if (isWanted(origin, known, judged) || (!judged.never() && tied)) {
        keep.add(word);
        threads.follow(word);
      }
    }
    return new Wanted(keep, same, heard.size() - keep.size());
  }

  /// What we have stays ours to follow, also when an edit no longer matches.
  private static boolean isWanted(Origin origin, KnownIdentities known, Hearings.Judged judged) {
    if (judged.never()) {
      return false;
    }
    return origin.everything()
        || !judged.word().topics().isEmpty()
        || judged.word().own()
        || known.of(judged.word().key()) != null;
  }

  /// What is known of posts before they are heard.
  private record Before(KnownIdentities known, Set<UUID> own) {
    static Before of(JdbcClient tx, Set<UUID> keys) {
      return new Before(KnownIdentities.find(tx, keys), OwnWords.among(tx, keys));
    }
  }

  private record Wanted(List<HeardWord> keep, int same, int dropped) {}

  /// A batch with each post once.
  private record Batch(Map<UUID, Spoken> spoken, Set<UUID> gone, int repeats) {
    static Batch of(Origin origin, List<Incoming> incoming) {
      var spoken = new LinkedHashMap<UUID, Spoken>();
      var gone = new LinkedHashSet<UUID>();
      int repeats = 0;
      for (Incoming one : incoming) {
        switch (one) {
          case Spoken post -> {
            UUID key = Digests.key(channel(origin, post), origin.placeOf(post), post.nativeId());
            repeats += spoken.put(key, post) == null ? 0 : 1;
          }
          case TakenBack back ->
              gone.add(Digests.key(origin.channel(), origin.place(), back.nativeId()));
        }
      }
      return new Batch(spoken, gone, repeats);
    }

    private static String channel(Origin origin, Spoken post) {
      return origin.channelOf(post.post().channel());
    }
  }
}
