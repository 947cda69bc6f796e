package org.wordborne.server.result;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Understanding;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;

/// Words of chosen days in a workspace of its own.
final class SpokenDays {
  final Scope scope = ServerFixture.freshScope();
  private final List<Mention> waiting = new ArrayList<>();
  private long seq;

  UUID topic(String name) {
    var draft = new TopicDraft(name, name.toLowerCase(java.util.Locale.ROOT), List.of(), List.of());
    return ServerFixture.bean(Topics.class).create(scope, draft).id();
  }

  Mention say(String person, LocalDate day, String mood, UUID... topics) {
    Mention word = word(UUID.randomUUID(), person, day, mood, Set.of(topics), 0, false, null);
    waiting.add(word);
    return word;
  }

  Mention seen(String person, LocalDate day, long views, UUID... topics) {
    Mention word =
        word(UUID.randomUUID(), person, day, "neutral", Set.of(topics), views, false, null);
    waiting.add(word);
    return word;
  }

  Mention broadcast(LocalDate day) {
    Mention word = word(UUID.randomUUID(), "us", day, "neutral", Set.of(), 0, true, null);
    waiting.add(word);
    return word;
  }

  void again(Mention old, String mood, boolean deleted) {
    var day = LocalDate.ofInstant(old.spokenAt(), ZoneOffset.UTC);
    waiting.add(
        word(
            old.id(),
            old.author().name(),
            day,
            mood,
            old.topics(),
            0,
            old.own(),
            deleted ? Instant.now() : null));
  }

  void hear() {
    var batch = List.copyOf(waiting);
    waiting.clear();
    hear(batch);
  }

  void hear(List<Mention> batch) {
    var follower = ServerFixture.bean(ResultFollower.class);
    for (int at = 0; at < batch.size(); at += 500) {
      var part = batch.subList(at, Math.min(batch.size(), at + 500));
      ServerFixture.transactions().run(scope, tx -> follower.follow(scope, part, tx));
    }
  }

  List<Mention> waiting() {
    return List.copyOf(waiting);
  }

  ResultsView results(LocalDate from, LocalDate to, UUID campaign) {
    var figures = ServerFixture.bean(ResultFigures.class);
    return figures.of(scope, figures.ask(scope, from.toString(), to.toString(), campaign));
  }

  List<String> tables() {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        select 'day' || result_day::text from result_day
                        union all select 'person' || person_day::text from person_day
                        union all select 'word' || counted_word::text from counted_word
                        order by 1\
                        """)
                    .query(String.class)
                    .list());
  }

  private Mention word(
      UUID id,
      String person,
      LocalDate day,
      String mood,
      Set<UUID> topics,
      long views,
      boolean own,
      Instant deletedAt) {
    var handle = UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
    var at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new Mention(
        id,
        ++seq,
        Instant.now(),
        at,
        null,
        deletedAt,
        "forum",
        null,
        "",
        id.toString(),
        "https://forum.example/" + id,
        "",
        "A word of " + person,
        "",
        "en",
        new Mention.Author(handle, person, person, "", 10),
        "",
        "",
        "",
        new Post.Engagement(0, 0, 0, views),
        List.of(),
        List.of(),
        new Understanding(
            mood, .1, .8, .1, .8, Map.of(), Map.of(), 0, 0, 0, .9, List.of(), Set.of()),
        topics,
        77,
        own,
        false);
  }
}
