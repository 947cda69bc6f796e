package org.wordborne.server.mention;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SchemaOwner;

/// Makes the table's part for each month before it is needed.
///
/// The serving role may not: it has no right on parts, only on the whole.
@Component
class MentionPartitions {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy_MM");

  private final SchemaOwner owner;
  private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

  MentionPartitions(SchemaOwner owner) {
    this.owner = owner;
  }

  /// Makes sure that words heard at `at`, and in the month after, find their place.
  void prepare(Instant at) {
    var month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    if (made.contains(month)) {
      return;
    }
    synchronized (this) {
      if (!made.contains(month)) {
        owner.change(
            tx -> {
              make(tx, month);
              make(tx, month.plusMonths(1));
            });
        made.add(month);
      }
    }
  }

  /// A month is digits and an underscore, so it can stand in the statement, which takes no values.
  private static void make(JdbcClient tx, YearMonth month) {
    String part = "mention_" + MONTH.format(month);
    tx.sql(
            """
            create table if not exists %s partition of mention
              for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')"""
                .formatted(part, month, month.plusMonths(1)))
        .update();
    tx.sql("alter table %s enable row level security".formatted(part)).update();
    tx.sql("alter table %s force row level security".formatted(part)).update();
  }
}
