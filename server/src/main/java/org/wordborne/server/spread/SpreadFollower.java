package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// Learns from every word which tale it tells and in which minute it counts.
@Component
final class SpreadFollower implements MentionFollower {
  /// A word that was heard later than this after it was spoken is history: it never alarms.
  static final Duration FRESH = Duration.ofMinutes(15);

  private final Topics topics;
  private final Mentions mentions;
  private final Ids ids;
  private final LiveEvents live;
  private final InstantSource clock;
  private final CopyRing.All rings = new CopyRing.All();
  private final Map<WorkspaceId, Set<UUID>> changed = new ConcurrentHashMap<>();

  SpreadFollower(Topics topics, Mentions mentions, Ids ids, LiveEvents live, InstantSource clock) {
    this.topics = topics;
    this.mentions = mentions;
    this.ids = ids;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "spread";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    planAnew(tx);
    UUID workspace = scope.workspace().value();
    List<UUID> all = batch.stream().map(Mention::id).toList();
    Set<UUID> touched = TaleBook.retract(tx, all);
    MinuteBook.forget(tx, all);
    List<Mention> words =
        batch.stream()
            .filter(SpreadFollower::counts)
            .sorted(Comparator.comparing(Mention::spokenAt))
            .toList();
    Instant now = clock.instant();
    MinuteBook.write(tx, workspace, words, now);
    var late = batch.stream().filter(word -> !isFresh(word)).toList();
    MinuteBook.unlearn(tx, late, now.minus(Bursts.LEARNS));
    Set<UUID> fresh = new HashSet<>();
    if (!words.isEmpty()) {
      var places = new TalePlaces(workspace, tx, ids, mentions, topicNames(scope), words);
      places.tell(words, rings.of(workspace));
      touched.addAll(places.touched());
      fresh.addAll(places.fresh());
    }
    if (!touched.isEmpty()) {
      TaleBook.count(tx, touched, fresh);
    }
    changed.put(scope.workspace(), touched);
  }

  /// Tells words that were kept before of a topic that is a tale from now on.
  void tellAgain(Scope scope, List<Mention> words, JdbcClient tx) {
    follow(scope, words, tx);
  }

  private Map<UUID, String> topicNames(Scope scope) {
    return topics.all(scope).stream()
        .collect(Collectors.toMap(topic -> topic.id(), topic -> topic.name()));
  }

  /// A voice: not ours, not spam, neither hidden nor gone.
  static boolean counts(Mention word) {
    return !word.own()
        && !word.hidden()
        && !word.isDeleted()
        && !word.understanding().countsAsSpam();
  }

  static boolean isFresh(Mention word) {
    Instant spoken = word.spokenAt();
    return Duration.between(spoken, word.heardAt()).compareTo(FRESH) <= 0;
  }

  /* Tables here grow fast: a plan that was made while they were small would be kept for long. */
  private static void planAnew(JdbcClient tx) {
    tx.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }

  @Override
  public void followed(Scope scope, List<Mention> batch) {
    var touched = changed.remove(scope.workspace());
    if (touched != null && !touched.isEmpty()) {
      live.publish(
          scope.workspace(),
          "tales",
          new LiveEvents.Changed(
              touched.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet())));
    }
  }
}
