package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.source.SourceView.Happened;
import org.wordborne.server.workspace.Scope;

/// What happened at each source: words by the hour, deaf hours, and sentences.
@Component
class SourceDiary {
  private static final int HOURS = 24;
  private static final int SENTENCES = 20;
  private static final int KEPT_DAYS = 7;

  /// The last 24 hours of a source, oldest first.
  record Day(List<Integer> words, List<Boolean> deaf) {
    /// A day on which nothing was heard.
    static Day quiet() {
      return new Day(
          new ArrayList<>(java.util.Collections.nCopies(HOURS, 0)),
          new ArrayList<>(java.util.Collections.nCopies(HOURS, false)));
    }

    long sum() {
      return words.stream().mapToLong(Integer::longValue).sum();
    }
  }

  void words(JdbcClient tx, Scope scope, UUID source, int words, Instant now) {
    if (words > 0) {
      hour(tx, scope, source, words, false, now);
    }
  }

  void deaf(JdbcClient tx, Scope scope, UUID source, Instant now) {
    hour(tx, scope, source, 0, true, now);
  }

  private static void hour(
      JdbcClient tx, Scope scope, UUID source, int words, boolean deaf, Instant now) {
    tx.sql(
            """
            insert into source_hour (workspace_id, source_id, hour, words, deaf)
            values (?, ?, ?, ?, ?)
            on conflict (workspace_id, source_id, hour) do update
              set words = source_hour.words + excluded.words,
                deaf = source_hour.deaf or excluded.deaf""")
        .param(scope.workspace().value())
        .param(source)
        .param(now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
        .param(words)
        .param(deaf)
        .update();
  }

  /// Writes a sentence, and lets those of last week go.
  void write(JdbcClient tx, Scope scope, UUID source, String sentence, Instant now) {
    tx.sql("delete from source_happened where source_id = ? and at < ?")
        .param(source)
        .param(now.minus(Duration.ofDays(KEPT_DAYS)).atOffset(ZoneOffset.UTC))
        .update();
    tx.sql("insert into source_happened (workspace_id, source_id, at, text) values (?, ?, ?, ?)")
        .param(scope.workspace().value())
        .param(source)
        .param(now.atOffset(ZoneOffset.UTC))
        .param(sentence)
        .update();
  }

  /// Writes a note, unless it was written within the last day.
  void note(JdbcClient tx, Scope scope, UUID source, String note, Instant now) {
    boolean known =
        tx.sql(
                """
                select exists (select 1 from source_happened
                  where source_id = ? and text = ? and at > ?)""")
            .param(source)
            .param(note)
            .param(now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
    if (!known) {
      write(tx, scope, source, note, now);
    }
  }

  /// The last 24 hours of every source.
  Map<UUID, Day> days(JdbcClient tx, Instant now) {
    Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    var days = new HashMap<UUID, Day>();
    tx.sql("select source_id, hour, words, deaf from source_hour where hour >= ?")
        .param(first.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              var day =
                  days.computeIfAbsent(row.getObject("source_id", UUID.class), _ -> Day.quiet());
              var hour = row.getObject("hour", OffsetDateTime.class).toInstant();
              int index = (int) Duration.between(first, hour).toHours();
              if (index >= 0 && index < HOURS) {
                day.words.set(index, row.getInt("words"));
                day.deaf.set(index, row.getBoolean("deaf"));
              }
            });
    return days;
  }

  /// The newest sentences of every source, newest first.
  Map<UUID, List<Happened>> sentences(JdbcClient tx) {
    var sentences = new HashMap<UUID, List<Happened>>();
    tx.sql("select source_id, at, text from source_happened order by at desc limit 2000")
        .query(
            row -> {
              var of =
                  sentences.computeIfAbsent(
                      row.getObject("source_id", UUID.class), _ -> new ArrayList<>());
              if (of.size() < SENTENCES) {
                of.add(
                    new Happened(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")));
              }
            });
    return sentences;
  }
}
