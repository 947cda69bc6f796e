package org.wordborne.server.operate.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.operate.backup.Catalogue;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.SchemaSteps;

/// What the database tells, asked as its owner, whether a server lives or not.
public final class DatabaseChecks {
  private static final int OLDEST = 15;
  private static final Duration ODD = Duration.ofSeconds(5);
  private static final Duration WRONG = Duration.ofSeconds(60);
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration DAY_AND_MORE = Duration.ofHours(26);
  private static final Duration WEEK = Duration.ofDays(8);
  private static final Duration WAITED = Duration.ofHours(1);
  private final DatabaseLogins logins;
  private final Instant now;
  private final boolean embedded;

  /// Of the database behind `logins`.
  ///
  /// @param now what this machine's clock says
  /// @param embedded whether it is ours, so that its address and passwords are too
  public DatabaseChecks(DatabaseLogins logins, Instant now, boolean embedded) {
    this.logins = logins;
    this.now = now;
    this.embedded = embedded;
  }

  /// Looks.
  public List<Check> look() {
    var checks = new ArrayList<Check>();
    try (Connection owner = Catalogue.connect(logins)) {
      checks.add(version(owner));
      checks.add(settings(owner));
      checks.add(roles(owner));
      checks.add(walls(owner));
      checks.add(schema(owner));
      checks.add(clock(owner));
      checks.add(backups());
      checks.addAll(inWorkspaces(owner));
    } catch (SQLException | BackupException away) {
      checks.add(
          Check.wrong(
              "database",
              "it cannot be asked: "
                  + Objects.toString(away.getMessage()).lines().findFirst().orElse(""),
              "see that PostgreSQL runs, and database.log in the data folder"));
    }
    return checks;
  }

  private static Check version(Connection owner) throws SQLException {
    int major = owner.getMetaData().getDatabaseMajorVersion();
    String what = "PostgreSQL " + owner.getMetaData().getDatabaseProductVersion();
    return major >= OLDEST
        ? Check.ok("database", what)
        : Check.wrong("database", what, "PostgreSQL 15 or newer is needed");
  }

  private Check settings(Connection owner) throws SQLException {
    var wanted = new LinkedHashMap<String, String>();
    wanted.put("fsync", "on");
    wanted.put("full_page_writes", "on");
    wanted.put("synchronous_commit", "on");
    wanted.put("password_encryption", "scram-sha-256");
    if (embedded) {
      wanted.put("listen_addresses", "127.0.0.1");
    }
    var differing = new ArrayList<String>();
    for (Map.Entry<String, String> setting : wanted.entrySet()) {
      String is =
          Catalogue.list(
                  owner, "select current_setting(?)", row -> row.getString(1), setting.getKey())
              .getFirst();
      if (!is.equals(setting.getValue())) {
        differing.add(setting.getKey() + " is " + is + ", not " + setting.getValue());
      }
    }
    return differing.isEmpty()
        ? Check.ok("database-settings", "what is committed stays, passwords are kept by scram")
        : Check.wrong(
            "database-settings",
            String.join("; ", differing),
            "set it in postgresql.conf: else a power cut can lose what was acknowledged");
  }

  private Check roles(Connection owner) throws SQLException {
    List<String> wrong =
        Catalogue.list(
            owner,
            """
            select rolname || ' is a superuser' from pg_roles where rolname in (?, ?) and rolsuper
            union all
            select rolname || ' goes past the walls' from pg_roles
            where rolname in (?, ?) and rolbypassrls
            union all
            select min(c.relname) || ' is owned by ' || r.rolname
            from pg_class c join pg_roles r on r.oid = c.relowner
            where r.rolname = ? and c.relnamespace = 'public'::regnamespace group by r.rolname
            """,
            row -> row.getString(1),
            logins.owner().user(),
            logins.app().user(),
            logins.owner().user(),
            logins.app().user(),
            logins.app().user());
    return wrong.isEmpty()
        ? Check.ok("database-roles", "the serving role owns nothing and passes no wall")
        : Check.wrong(
            "database-roles",
            String.join("; ", wrong),
            "serve with the roles that `wordborne database` prints; alter table … owner to "
                + logins.owner().user());
  }

  private static Check walls(Connection owner) throws SQLException {
    List<String> open =
        Catalogue.list(
            owner,
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and a.attname = 'workspace_id' and not a.attisdropped
              and c.relname <> 'workspace_registry'
              and not (c.relrowsecurity and c.relforcerowsecurity)
            order by 1
            """,
            row -> row.getString(1));
    return open.isEmpty()
        ? Check.ok("walls", "every table of workspaces forces its wall")
        : Check.wrong(
            "walls",
            "no wall stands around " + String.join(", ", open),
            "alter table … enable row level security, force row level security");
  }

  private Check schema(Connection owner) throws SQLException {
    if (Catalogue.has(owner, SchemaSteps.HISTORY_ASIDE)) {
      return Check.wrong(
          "schema",
          "the database holds a half-done restore",
          "drop and create it, and restore the backup again");
    }
    Map<String, Integer> known = SchemaSteps.known(logins);
    List<String> applied =
        Catalogue.list(
            owner,
            "select version from flyway_schema_history where success and version is not null",
            row -> row.getString(1));
    List<String> pending =
        known.keySet().stream().filter(version -> !applied.contains(version)).toList();
    return pending.isEmpty()
        ? Check.ok("schema", "the tables are of this program's version")
        : Check.warn(
            "schema",
            "migrations that wait: " + String.join(", ", pending),
            "start the server; it migrates. Make a backup before");
  }

  private Check clock(Connection owner) throws SQLException {
    Duration apart = Duration.between(Catalogue.now(owner), now).abs();
    Instant last = null;
    for (String workspace : Catalogue.workspaces(owner)) {
      Catalogue.enter(owner, workspace);
      OffsetDateTime heard =
          Catalogue.list(
                  owner,
                  "select max(heard_at) from mention",
                  row -> row.getObject(1, OffsetDateTime.class))
              .getFirst();
      if (heard != null && (last == null || heard.toInstant().isAfter(last))) {
        last = heard.toInstant();
      }
    }
    return judgedClock(apart, last, now);
  }

  /// What these times say of the clock.
  ///
  /// @param apart this machine's clock and the database's
  /// @param last when the newest word was heard; null for none
  static Check judgedClock(Duration apart, @Nullable Instant last, Instant now) {
    String todo = "let the system keep the time (timedatectl set-ntp true)";
    if (last != null && last.isAfter(now.plus(AHEAD))) {
      return Check.wrong(
          "clock", "the newest word was heard at " + last + ", which is still to come", todo);
    }
    String what = "this clock and the database's are " + apart.toMillis() + " ms apart";
    if (apart.compareTo(WRONG) > 0) {
      return Check.wrong("clock", what, todo);
    }
    return apart.compareTo(ODD) > 0 ? Check.warn("clock", what, todo) : Check.ok("clock", what);
  }

  private Check backups() {
    return judgedBackups(Backup.newest(logins, 50), now);
  }

  /// What the book of backups says, newest first.
  static Check judgedBackups(List<BackupRun> runs, Instant now) {
    String todo = "wordborne backup FILE, or serve with --backup-hour";
    BackupRun good = runs.stream().filter(run -> run.fault() == null).findFirst().orElse(null);
    if (good == null) {
      return Check.warn("backups", "no backup was made yet", todo);
    }
    Duration age = Duration.between(good.madeAt(), now);
    String what = "the last good backup is " + age.toHours() + " hours old: " + good.file();
    BackupRun newest = runs.getFirst();
    if (newest.fault() != null) {
      what += "; the newest was not made: " + newest.fault();
    }
    if (age.compareTo(WEEK) > 0) {
      return Check.wrong("backups", what, todo);
    }
    return newest.fault() != null || age.compareTo(DAY_AND_MORE) > 0
        ? Check.warn("backups", what, todo)
        : Check.ok("backups", what);
  }

  private List<Check> inWorkspaces(Connection owner) throws SQLException {
    var states = new TreeMap<String, Long>();
    long waiting = 0;
    long refused = 0;
    Instant oldest = now;
    for (String workspace : Catalogue.workspaces(owner)) {
      Catalogue.enter(owner, workspace);
      Catalogue.list(
              owner,
              "select case when paused then 'paused' else state end, count(*) from source group by 1",
              row -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(count -> states.merge(count.getKey(), count.getValue(), Long::sum));
      List<Long> counts =
          Catalogue.list(
                  owner,
                  """
              select count(*) filter (where state = 'waiting'),
                count(*) filter (where state = 'refused' and made_at > now() - interval '1 day'),
                coalesce(extract(epoch from now() - min(made_at) filter (where state = 'waiting')),
                  0)::bigint
              from delivery d
              where d.kind = 'mail' or exists (select 1 from hook_out h
                where h.workspace_id = d.workspace_id and h.id = d.hook_id
                  and not h.paused and h.stopped_at is null)
              """,
                  row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
              .getFirst();
      waiting += counts.get(0);
      refused += counts.get(1);
      Instant since = now.minusSeconds(counts.get(2));
      oldest = since.isBefore(oldest) ? since : oldest;
    }
    return List.of(sources(states), deliveries(waiting, refused, Duration.between(oldest, now)));
  }

  /// What the states of all sources say.
  static Check sources(Map<String, Long> states) {
    long deaf = states.getOrDefault("deaf", 0L);
    String what =
        states.isEmpty()
            ? "none is set up"
            : states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", ", "sources by state: ", ""));
    return deaf > 0
        ? Check.warn(
            "sources", what, "the page Sources says of each deaf one why, and whose turn it is")
        : Check.ok("sources", what);
  }

  /// What waits to go out.
  static Check deliveries(long waiting, long refused, Duration longest) {
    String what = waiting + " wait, " + refused + " were refused within a day";
    return refused > 0 || waiting > 0 && longest.compareTo(WAITED) > 0
        ? Check.warn("deliveries", what, "the page Sources, What goes out, says of each one why")
        : Check.ok("deliveries", what);
  }
}
