package org.wordborne.server.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.database.Databases;

/// Makes a backup each day at its hour; one that was missed, because the server rested then, comes
/// at the next start; one that failed is tried again each hour. The one clock of all that is the
/// database's, by which the book of backups is kept.
@Component
class NightlyBackups extends Clockwork {
  private static final String SINCE = "backups-since";
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private static final int LOOKED_AT = 50;
  private final BackupPlan plan;
  private final Databases databases;
  private final OwnBackups own;
  private final JdbcClient jdbc;

  NightlyBackups(
      BackupPlan plan,
      ServerProperties properties,
      Databases databases,
      OwnBackups own,
      JdbcClient jdbc) {
    super(
        new Rounds("nightly backups", REST, REST),
        plan.hour() != BackupPlan.NEVER && properties.listening() && !properties.demo(),
        LONGEST_END);
    this.plan = plan;
    this.databases = databases;
    this.own = own;
    this.jdbc = jdbc;
  }

  /// What is known of the backups so far.
  ///
  /// @param good when the newest good one of its own was made; null for none
  /// @param tried when it was last tried; null for never
  /// @param since when this server began
  record Past(@Nullable Instant good, @Nullable Instant tried, Instant since) {}

  @Override
  protected void round() {
    Instant now = Backup.now(databases.logins());
    if (isDue(now, ZoneId.systemDefault(), plan.hour(), past(now))) {
      own.make(true);
    }
  }

  private Past past(Instant now) {
    jdbc.sql("insert into server_setting (name, value) values (?, ?) on conflict do nothing")
        .params(SINCE, now.toString())
        .update();
    Instant since =
        Instant.parse(
            jdbc.sql("select value from server_setting where name = ?")
                .param(SINCE)
                .query(String.class)
                .single());
    List<BackupRun> daily = own.newest(LOOKED_AT).stream().filter(BackupRun::scheduled).toList();
    return new Past(
        daily.stream()
            .filter(run -> run.fault() == null)
            .findFirst()
            .map(BackupRun::madeAt)
            .orElse(null),
        daily.stream().findFirst().map(BackupRun::madeAt).orElse(null),
        since);
  }

  /// Whether one has to be made now: the newest hour of the plan has passed, and no good one was
  /// made since. What lies ahead of `now` was written by a clock that went wrong, and counts for
  /// nothing.
  static boolean isDue(Instant now, ZoneId zone, int hour, Past past) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(hour, 0).atZone(zone);
    Instant slot =
        today.toInstant().isAfter(now)
            ? now.atZone(zone).toLocalDate().minusDays(1).atTime(hour, 0).atZone(zone).toInstant()
            : today.toInstant();
    boolean begunBefore = past.since().isBefore(slot) || past.since().isAfter(now);
    return begunBefore
        && !isWithin(past.good(), slot, now)
        && !isWithin(past.tried(), now.minus(AGAIN), now);
  }

  private static boolean isWithin(@Nullable Instant time, Instant from, Instant to) {
    return time != null && !time.isBefore(from) && !time.isAfter(to);
  }
}
