package org.wordborne.server.result;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;

/// The words that count, and the days that add them up: a statement for each table, none a word.
final class CountedWords {
  /// Stands for everything that was heard, whatever it was about.
  static final UUID EVERYTHING = new UUID(0, 0);

  private static final String MOODS =
      """
      count(*)::int, count(*) filter (where mood = 'positive')::int,
      count(*) filter (where mood = 'negative')::int,
      count(*) filter (where mood = 'neutral')::int,
      count(*) filter (where mood = 'mixed')::int,
      count(*) filter (where mood = 'unsure')::int,
      coalesce(sum(views), 0)::bigint, count(*) filter (where views > 0)::int\
      """;

  /* A word counts for everything and for each of its topics. */
  private static final String EACH_TOPIC =
      " cross join lateral unnest('00000000-0000-0000-0000-000000000000'::uuid || w.topics)"
          + " as t(topic_id) where not w.ours ";

  private CountedWords() {}

  private record Row(
      UUID workspace_id,
      UUID mention_id,
      LocalDate day,
      String at,
      UUID handle,
      String mood,
      Set<UUID> topics,
      long views,
      boolean ours) {}

  /// Takes words out of every day on which they count.
  static void retract(JdbcClient tx, Collection<UUID> mentions) {
    UUID[] ids = mentions.toArray(UUID[]::new);
    Integer known =
        tx.sql("select count(*)::int from counted_word where mention_id = any(?)")
            .param(ids)
            .query(Integer.class)
            .single();
    if (known == 0) {
      return;
    }
    tx.sql(
            """
            with gone as (
              select topic_id, day, %s from counted_word w %s and w.mention_id = any(?)
              group by topic_id, day)
            update result_day d set words = d.words - g.words, positive = d.positive - g.positive,
              negative = d.negative - g.negative, neutral = d.neutral - g.neutral,
              mixed = d.mixed - g.mixed, unsure = d.unsure - g.unsure, views = d.views - g.views,
              views_told = d.views_told - g.views_told
            from gone as g(topic_id, day, words, positive, negative, neutral, mixed, unsure,
              views, views_told)
            where d.topic_id = g.topic_id and d.day = g.day\
            """
                .formatted(MOODS, EACH_TOPIC))
        .param(ids)
        .update();
    tx.sql(
            """
            with gone as (
              select topic_id, day, handle, count(*)::int as words,
                count(*) filter (where mood = 'positive')::int as glad
              from counted_word w %s and w.mention_id = any(?) group by topic_id, day, handle)
            update person_day p set words = p.words - g.words, glad = p.glad - g.glad
            from gone g
            where p.topic_id = g.topic_id and p.day = g.day and p.handle = g.handle\
            """
                .formatted(EACH_TOPIC))
        .param(ids)
        .update();
    clear(tx, ids);
    tx.sql("delete from counted_word where mention_id = any(?)").param(ids).update();
  }

  /* Who is down to nothing on a day did not speak on it. */
  private static void clear(JdbcClient tx, UUID[] ids) {
    tx.sql(
            """
            delete from person_day p using (
              select distinct topic_id, day, handle from counted_word w %s
              and w.mention_id = any(?)) g
            where p.topic_id = g.topic_id and p.day = g.day and p.handle = g.handle
              and p.words <= 0\
            """
                .formatted(EACH_TOPIC))
        .param(ids)
        .update();
    tx.sql(
            """
            delete from result_day d using (
              select distinct topic_id, day from counted_word w %s and w.mention_id = any(?)) g
            where d.topic_id = g.topic_id and d.day = g.day and d.words <= 0\
            """
                .formatted(EACH_TOPIC))
        .param(ids)
        .update();
  }

  /// Counts those of a batch that count; none of them may be counted already.
  static void count(JdbcClient tx, UUID workspace, List<Mention> batch) {
    var rows = new ArrayList<Row>();
    var met = new java.util.HashSet<UUID>();
    for (Mention word : batch.reversed()) {
      if (met.add(word.id()) && (isVoice(word) || isBroadcast(word))) {
        rows.add(row(workspace, word));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    UUID[] ids = rows.stream().map(Row::mention_id).toArray(UUID[]::new);
    tx.sql(
            """
            insert into counted_word
              (workspace_id, mention_id, day, at, handle, mood, topics, views, ours)
            select workspace_id, mention_id, day, at, handle, mood,
              array(select jsonb_array_elements_text(topics)::uuid), views, ours
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, mention_id uuid,
              day date, at timestamptz, handle uuid, mood text, topics jsonb, views bigint,
              ours boolean)\
            """)
        .param("rows", JsonRows.of(rows))
        .update();
    tx.sql(
            """
            insert into result_day as d (workspace_id, topic_id, day, words, positive, negative,
              neutral, mixed, unsure, views, views_told)
            select w.workspace_id, topic_id, day, %s from counted_word w %s
              and w.mention_id = any(?) group by w.workspace_id, topic_id, day
            on conflict (workspace_id, topic_id, day) do update set
              words = d.words + excluded.words, positive = d.positive + excluded.positive,
              negative = d.negative + excluded.negative, neutral = d.neutral + excluded.neutral,
              mixed = d.mixed + excluded.mixed, unsure = d.unsure + excluded.unsure,
              views = d.views + excluded.views, views_told = d.views_told + excluded.views_told\
            """
                .formatted(MOODS, EACH_TOPIC))
        .param(ids)
        .update();
    tx.sql(
            """
            insert into person_day as p (workspace_id, topic_id, day, handle, words, glad)
            select w.workspace_id, topic_id, day, handle, count(*)::int,
              count(*) filter (where mood = 'positive')::int
            from counted_word w %s and w.mention_id = any(?)
            group by w.workspace_id, topic_id, day, handle
            on conflict (workspace_id, topic_id, day, handle) do update set
              words = p.words + excluded.words, glad = p.glad + excluded.glad\
            """
                .formatted(EACH_TOPIC))
        .param(ids)
        .update();
  }

  /// A voice: not ours, not spam, neither hidden nor gone.
  static boolean isVoice(Mention word) {
    return !word.own() && stands(word);
  }

  /// A post of our own that answers nobody.
  private static boolean isBroadcast(Mention word) {
    return word.own() && word.inReplyTo().isEmpty() && word.repostOf().isEmpty() && stands(word);
  }

  private static boolean stands(Mention word) {
    return !word.hidden() && !word.isDeleted() && !word.understanding().countsAsSpam();
  }

  private static Row row(UUID workspace, Mention word) {
    return new Row(
        workspace,
        word.id(),
        LocalDate.ofInstant(word.spokenAt(), ZoneOffset.UTC),
        word.spokenAt().toString(),
        word.author().handle(),
        word.understanding().sentiment(),
        word.topics(),
        Math.max(0, word.engagement().views()),
        word.own());
  }
}
