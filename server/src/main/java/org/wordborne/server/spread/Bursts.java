package org.wordborne.server.spread;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.spread.BurstDetector;
import org.wordborne.spread.BurstReading;
import org.wordborne.spread.BurstSettings;

/// Says when more people speak of a topic than usual at that hour.
///
/// What the detector knows for good ends a quarter of an hour ago, so that a word that comes a
/// little late still counts in its minute; the minutes since, the one under way included, are read
/// anew at each look. A burst that is found only in what lies further back is history.
///
/// Words of minutes that lie further back make it learn four weeks anew, but seldom: while a long
/// history is imported it goes on with what it knows.
@Component
public class Bursts {
  /// What lies further back is not learned.
  static final Duration LEARNS = Duration.ofDays(28);

  /// So long a detector that learned anew does not do so again.
  private static final Duration SELDOM = Duration.ofMinutes(5);

  private static final int MINUTE = 60;
  private final Transactions transactions;

  Bursts(Transactions transactions) {
    this.transactions = transactions;
  }

  /// A stretch in which more people spoke of a topic than usual.
  ///
  /// @param at the minute in which it was seen
  /// @param people in the last `span` minutes before
  /// @param usualLow lower end of what is usual in a minute at that hour
  public record Burst(
      UUID topic,
      Instant at,
      @Nullable Instant endedAt,
      double score,
      int people,
      int span,
      double usualLow,
      double usualHigh) {}

  /// Looks at a topic now.
  ///
  /// @return the burst that is on, if one is
  public Optional<Burst> look(Scope scope, UUID topic, Instant now) {
    return transactions.in(scope, tx -> look(scope, topic, now, tx));
  }

  private Optional<Burst> look(Scope scope, UUID topic, Instant now, JdbcClient tx) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant settled = minute.minus(SpreadFollower.FRESH);
    var known = isDue(topic, now, tx) ? null : known(topic, tx);
    if (known == null || known.upto.isBefore(settled)) {
      known = learn(scope, topic, known, settled, now, tx);
    }
    var detector = BurstDetector.resume(known.state);
    var people = MinuteBook.people(tx, topic, known.upto, now);
    Optional<Burst> on = burning(topic, tx);
    for (Instant at = known.upto; !at.isAfter(minute); at = at.plusSeconds(MINUTE)) {
      BurstReading reading = add(detector, at, people);
      boolean under = at.equals(minute);
      if (on.isEmpty() && reading.alarm() && !at.isBefore(settled)) {
        on = Optional.of(begin(scope, topic, at, reading, tx));
      } else if (on.isPresent() && !under && !reading.burning() && on.get().at().isBefore(at)) {
        end(topic, on.get().at(), at, tx);
        on = Optional.empty();
      }
    }
    return on;
  }

  /* Marked before anything is read: what is heard meanwhile waits, and makes it stale again. */
  private static boolean isDue(UUID topic, Instant now, JdbcClient tx) {
    return tx.sql(
                """
                update burst_state set stale = false, anew_at = ?
                where topic_id = ? and stale and anew_at <= ?""")
            .params(Timestamp.from(now), topic, Timestamp.from(now.minus(SELDOM)))
            .update()
        == 1;
  }

  private record Known(byte[] state, Instant upto) {}

  private static @Nullable Known known(UUID topic, JdbcClient tx) {
    return tx.sql("select state, upto from burst_state where topic_id = ?")
        .param(topic)
        .query((row, _) -> new Known(row.getBytes(1), at(row, "upto")))
        .optional()
        .orElse(null);
  }

  /// Learns up to `settled`: on from what is known, or all that is stored.
  private static Known learn(
      Scope scope, UUID topic, @Nullable Known known, Instant settled, Instant now, JdbcClient tx) {
    Instant from;
    BurstDetector detector;
    if (known == null) {
      Instant first = MinuteBook.first(tx).orElse(settled);
      Instant oldest = settled.minus(LEARNS);
      from = first.isBefore(oldest) ? oldest : first;
      detector = new BurstDetector(BurstSettings.every(MINUTE));
    } else {
      from = known.upto;
      detector = BurstDetector.resume(known.state);
    }
    var people = MinuteBook.people(tx, topic, from, settled);
    Instant at = from;
    for (; at.isBefore(settled); at = at.plusSeconds(MINUTE)) {
      add(detector, at, people);
    }
    var learned = new Known(detector.state(), at);
    tx.sql(
            """
            insert into burst_state (workspace_id, topic_id, state, upto, anew_at)
            values (?, ?, ?, ?, ?)
            on conflict (workspace_id, topic_id)
            do update set state = excluded.state, upto = excluded.upto""")
        .params(
            scope.workspace().value(),
            topic,
            learned.state,
            Timestamp.from(at),
            Timestamp.from(now))
        .update();
    return learned;
  }

  private static BurstReading add(BurstDetector detector, Instant at, Map<Long, Integer> people) {
    long second = at.getEpochSecond();
    return detector.add(second, people.getOrDefault(second, 0));
  }

  private static Optional<Burst> burning(UUID topic, JdbcClient tx) {
    return tx.sql("select * from burst where topic_id = ? and ended_at is null")
        .param(topic)
        .query((row, _) -> burst(row))
        .optional();
  }

  private static Burst begin(
      Scope scope, UUID topic, Instant at, BurstReading reading, JdbcClient tx) {
    Instant first = at.minusSeconds((long) MINUTE * (reading.span() - 1));
    int heard =
        MinuteBook.people(tx, topic, first, at.plusSeconds(MINUTE)).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    var burst =
        new Burst(
            topic,
            at,
            null,
            reading.score(),
            heard,
            reading.span(),
            reading.usualLow(),
            reading.usualHigh());
    tx.sql(
            """
            insert into burst (workspace_id, topic_id, at, score, words, span, usual_low, usual_high)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(
            scope.workspace().value(),
            topic,
            Timestamp.from(at),
            burst.score(),
            heard,
            burst.span(),
            burst.usualLow(),
            burst.usualHigh())
        .update();
    return burst;
  }

  private static void end(UUID topic, Instant begun, Instant at, JdbcClient tx) {
    tx.sql("update burst set ended_at = ? where topic_id = ? and at = ?")
        .params(Timestamp.from(at), topic, Timestamp.from(begun))
        .update();
  }

  /// When it would have said so over the last days, by what is stored.
  public List<Burst> replay(Scope scope, UUID topic, int days, Instant now) {
    Instant until = now.truncatedTo(ChronoUnit.MINUTES);
    Instant shown = until.minus(Duration.ofDays(days));
    return transactions.in(
        scope,
        tx -> {
          Instant first = MinuteBook.first(tx).orElse(until);
          Instant from = shown.minus(LEARNS);
          from = first.isBefore(from) ? from : first;
          var people = MinuteBook.people(tx, topic, from, until);
          var detector = new BurstDetector(BurstSettings.every(MINUTE));
          var found = new ArrayList<Burst>();
          for (Instant at = from; at.isBefore(until); at = at.plusSeconds(MINUTE)) {
            BurstReading reading = add(detector, at, people);
            if (reading.alarm() && !at.isBefore(shown)) {
              found.add(
                  new Burst(
                      topic,
                      at,
                      null,
                      reading.score(),
                      people.getOrDefault(at.getEpochSecond(), 0),
                      reading.span(),
                      reading.usualLow(),
                      reading.usualHigh()));
            }
          }
          return found;
        });
  }

  /// The words of a topic that were spoken in a stretch of time, the earliest first.
  public List<UUID> words(Scope scope, UUID topic, Instant from, Instant until, int most) {
    return transactions.in(scope, tx -> MinuteBook.words(tx, topic, from, until, most));
  }

  private static Burst burst(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Burst(
        row.getObject("topic_id", UUID.class),
        at(row, "at"),
        ended == null ? null : ended.toInstant(),
        row.getDouble("score"),
        row.getInt("words"),
        row.getInt("span"),
        row.getDouble("usual_low"),
        row.getDouble("usual_high"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
