package org.wordborne.server.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// What is counted of people and of hours, changed by the difference that a batch makes.
final class PeopleCounts {
  private final Scope scope;
  private final JdbcClient tx;

  PeopleCounts(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  /// Takes back what the words counted before and counts what they are now.
  void change(List<PlacedWord> words, Map<ThreadTies.Key, SpokenLines.Line> before) {
    var people = new TreeMap<UUID, Difference>();
    var hours = new TreeMap<String, Difference>();
    for (var placed : words) {
      var word = placed.word();
      var line = before.get(PeopleLedger.key(word, word.nativeId()));
      if (line != null && line.counted() && line.at() != null) {
        count(people, hours, line.person(), line.at(), line.sentiment(), -1);
      }
      if (word.counted() && !placed.own()) {
        count(people, hours, placed.person(), word.at(), word.sentiment(), 1);
      }
    }
    changePeople(rows(people, UUID::toString));
    changeHours(rows(hours, Function.identity()));
  }

  private static void count(
      Map<UUID, Difference> people,
      Map<String, Difference> hours,
      @Nullable UUID person,
      Instant at,
      String sentiment,
      int by) {
    var hour = at.truncatedTo(ChronoUnit.HOURS).toString();
    hours.computeIfAbsent(hour, _ -> new Difference()).add(sentiment, by, at);
    if (person != null) {
      people.computeIfAbsent(person, _ -> new Difference()).add(sentiment, by, at);
    }
  }

  private void changePeople(List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tx.sql(
            """
            update person p set words = p.words + r.words, positive = p.positive + r.positive,
              negative = p.negative + r.negative, neutral = p.neutral + r.neutral,
              mixed = p.mixed + r.mixed, unsure = p.unsure + r.unsure,
              first_at = least(p.first_at, r.first), last_at = greatest(p.last_at, r.last)
            from jsonb_to_recordset(:rows::jsonb) as r(workspace uuid, key uuid, words int,
              positive int, negative int, neutral int, mixed int, unsure int,
              first timestamptz, last timestamptz)
            where p.workspace_id = r.workspace and p.id = r.key
            """)
        .param("rows", JsonRows.of(rows))
        .update();
  }

  private void changeHours(List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tx.sql(
            """
            insert into hour_mood as h
              (workspace_id, hour, positive, negative, neutral, mixed, unsure)
            select workspace, key, positive, negative, neutral, mixed, unsure
            from jsonb_to_recordset(:rows::jsonb) as r(workspace uuid, key timestamptz,
              positive int, negative int, neutral int, mixed int, unsure int)
            on conflict (workspace_id, hour) do update set
              positive = h.positive + excluded.positive, negative = h.negative + excluded.negative,
              neutral = h.neutral + excluded.neutral, mixed = h.mixed + excluded.mixed,
              unsure = h.unsure + excluded.unsure
            """)
        .param("rows", JsonRows.of(rows))
        .update();
  }

  /// Takes a person's words out of what is counted: they are ours.
  void makeOwn(UUID person) {
    tx.sql(
            """
            with gone as (
              update spoken set own = true, counted = false
              where workspace_id = :workspace and person_id = :person and counted
              returning date_trunc('hour', at, 'UTC') as hour, sentiment),
            hours as (
              select hour, count(*) filter (where sentiment = 'positive') as positive,
                count(*) filter (where sentiment = 'negative') as negative,
                count(*) filter (where sentiment = 'neutral') as neutral,
                count(*) filter (where sentiment = 'mixed') as mixed,
                count(*) filter (where sentiment = 'unsure') as unsure
              from gone group by hour)
            update hour_mood h set positive = h.positive - g.positive,
              negative = h.negative - g.negative, neutral = h.neutral - g.neutral,
              mixed = h.mixed - g.mixed, unsure = h.unsure - g.unsure
            from hours g where h.workspace_id = :workspace and h.hour = g.hour
            """)
        .param("workspace", scope.workspace().value())
        .param("person", person)
        .update();
    tx.sql("update handle set own = true where person_id = :person")
        .param("person", person)
        .update();
    tx.sql("delete from trust_edge where from_person = :person or to_person = :person")
        .param("person", person)
        .update();
    tx.sql(
            """
            update person set own = true, words = 0, positive = 0, negative = 0, neutral = 0,
              mixed = 0, unsure = 0 where id = :person
            """)
        .param("person", person)
        .update();
  }

  private <K> List<Map<String, Object>> rows(
      Map<K, Difference> differences, Function<K, String> name) {
    return differences.entrySet().stream()
        .filter(entry -> entry.getValue().changesAnything())
        .map(entry -> entry.getValue().row(scope, name.apply(entry.getKey())))
        .toList();
  }

  /// By how much counts change.
  private static final class Difference {
    private final Map<String, Integer> bySentiment = new LinkedHashMap<>();
    private int words;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void add(String sentiment, int by, Instant at) {
      bySentiment.merge(sentiment, by, Integer::sum);
      words += by;
      if (by > 0) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }

    boolean changesAnything() {
      return words != 0 || first != null || bySentiment.values().stream().anyMatch(n -> n != 0);
    }

    Map<String, Object> row(Scope scope, String key) {
      var row = new LinkedHashMap<String, Object>();
      row.put("workspace", scope.workspace().value());
      row.put("key", key);
      row.put("words", words);
      for (var label : List.of("positive", "negative", "neutral", "mixed", "unsure")) {
        row.put(label, bySentiment.getOrDefault(label, 0));
      }
      if (first != null && last != null) {
        row.put("first", first.toString());
        row.put("last", last.toString());
      }
      return row;
    }
  }
}
