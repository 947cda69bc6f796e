package org.wordborne.server.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was counted by day.
final class DayBook {
  private DayBook() {}

  /// Sums of a span.
  ///
  /// @param told words whose views are known
  record Sums(long words, long glad, long sad, long views, long told) {}

  /// People of a span.
  ///
  /// @param fresh of them, who had never been heard on this before
  record Voices(long people, long glad, long fresh) {}

  /// Which topics are meant: none means everything that was heard.
  static UUID[] keys(Set<UUID> topics) {
    return topics.isEmpty() ? new UUID[] {CountedWords.EVERYTHING} : topics.toArray(UUID[]::new);
  }

  static Sums sums(JdbcClient tx, Set<UUID> topics, Days days) {
    if (topics.size() > 1) {
      return sumsOfWords(tx, topics, days);
    }
    return tx.sql(
            """
            select coalesce(sum(words), 0), coalesce(sum(positive), 0),
              coalesce(sum(negative), 0), coalesce(sum(views), 0), coalesce(sum(views_told), 0)
            from result_day where topic_id = any(?) and day between ? and ?\
            """)
        .params(keys(topics), days.from(), days.to())
        .query(DayBook::sums)
        .single();
  }

  /* A word about two of them counts once. */
  private static Sums sumsOfWords(JdbcClient tx, Set<UUID> topics, Days days) {
    return tx.sql(
            """
            select count(*), count(*) filter (where mood = 'positive'),
              count(*) filter (where mood = 'negative'), coalesce(sum(views), 0),
              count(*) filter (where views > 0)
            from counted_word
            where not ours and day between ? and ? and topics && ?\
            """)
        .params(days.from(), days.to(), keys(topics))
        .query(DayBook::sums)
        .single();
  }

  private static Sums sums(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Sums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }

  static Voices voices(JdbcClient tx, Set<UUID> topics, Days days) {
    return tx.sql(
            """
            select count(*), count(*) filter (where glad),
              count(*) filter (where not exists (select 1 from person_day b
                where b.topic_id = any(:topics) and b.handle = v.handle and b.day < :from))
            from (select handle, bool_or(glad > 0) as glad from person_day
              where topic_id = any(:topics) and day between :from and :to group by handle) v\
            """)
        .param("topics", keys(topics))
        .param("from", days.from())
        .param("to", days.to())
        .query((row, _) -> new Voices(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /// The first day of which anything is known.
  static Optional<LocalDate> first(JdbcClient tx) {
    return tx.sql(
            """
            select min(day) from result_day where topic_id = ?\
            """)
        .param(CountedWords.EVERYTHING)
        .query(LocalDate.class)
        .optional();
  }

  /// People a day on any of some topics: how many spoke, gladly, or for the first time.
  static Map<LocalDate, Integer> series(
      JdbcClient tx, Set<UUID> topics, Days days, Measure measure) {
    var series = new TreeMap<LocalDate, Integer>();
    tx.sql(measure == Measure.FIRST ? firsts("") : speaking("", measure))
        .param("topics", keys(topics))
        .param("from", days.from())
        .param("to", days.to())
        .query((row, _) -> series.put(row.getObject(1, LocalDate.class), row.getInt(2)))
        .list();
    return series;
  }

  /// The same for each of some topics.
  static Map<UUID, Map<LocalDate, Integer>> seriesOfEach(
      JdbcClient tx, Set<UUID> topics, Days days, Measure measure) {
    var all = new HashMap<UUID, Map<LocalDate, Integer>>();
    tx.sql(measure == Measure.FIRST ? firsts("topic_id, ") : speaking("topic_id, ", measure))
        .param("topics", keys(topics))
        .param("from", days.from())
        .param("to", days.to())
        .query(
            (row, _) ->
                all.computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeMap<>())
                    .put(row.getObject(2, LocalDate.class), row.getInt(3)))
        .list();
    return all;
  }

  private static String speaking(String each, Measure measure) {
    return """
    select %s day, count(distinct handle)::int from person_day
    where topic_id = any(:topics) and day between :from and :to %s group by %s day\
    """
        .formatted(each, measure == Measure.GLAD ? "and glad > 0" : "", each);
  }

  private static String firsts(String each) {
    return """
    select %1$s day, count(*)::int from (
      select %1$s handle, min(day) as day from person_day
      where topic_id = any(:topics) group by %1$s handle) f
    where day between :from and :to group by %1$s day\
    """
        .formatted(each);
  }

  /// Of these topics, which share more than a tenth of their words of a span with `touched`.
  static Set<UUID> entangled(JdbcClient tx, Set<UUID> touched, Days days) {
    return Set.copyOf(
        tx.sql(
                """
                select t.topic_id from counted_word w cross join lateral unnest(w.topics)
                  as t(topic_id)
                where not w.ours and w.day between ? and ?
                group by t.topic_id
                having count(*) filter (where w.topics && ?) * 10 > count(*)\
                """)
            .params(days.from(), days.to(), keys(touched))
            .query(UUID.class)
            .list());
  }

  /// People by the set of brands of which they spoke, as the brands' names in order.
  static List<Spoke> brands(JdbcClient tx, Map<UUID, String> brandOf, Days days) {
    if (brandOf.isEmpty()) {
      return List.of();
    }
    var topics = List.copyOf(brandOf.keySet());
    return tx.sql(
            """
            select brands, count(*)::int from (
              select p.handle, array_agg(distinct b.brand order by b.brand) as brands
              from person_day p
              join unnest(?::uuid[], ?::text[]) as b(topic_id, brand) on b.topic_id = p.topic_id
              where p.day between ? and ? group by p.handle) s
            group by brands order by brands\
            """)
        .params(
            topics.toArray(UUID[]::new),
            topics.stream().map(topic -> brandOf.getOrDefault(topic, "")).toArray(String[]::new),
            days.from(),
            days.to())
        .query((row, _) -> new Spoke(List.of((String[]) row.getArray(1).getArray()), row.getInt(2)))
        .list();
  }

  /// How many people spoke of exactly these brands.
  record Spoke(List<String> brands, int people) {}
}
