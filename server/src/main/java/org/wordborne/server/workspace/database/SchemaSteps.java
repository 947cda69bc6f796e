package org.wordborne.server.workspace.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/// The migrations of this program, for those who make tables outside of a start: restoring a
/// backup, and asking which version a database is of.
public final class SchemaSteps {
  /// What the history of the schema is called while a backup is being restored.
  public static final String HISTORY_ASIDE = "flyway_schema_history_restoring";

  private SchemaSteps() {}

  /// Version and checksum of every migration there is in this program, oldest first.
  public static Map<String, Integer> known(DatabaseLogins logins) {
    var known = new LinkedHashMap<String, Integer>();
    for (MigrationInfo migration : flyway(logins, MigrationVersion.LATEST).info().all()) {
      Integer checksum = migration.getChecksum();
      if (migration.getVersion() != null && checksum != null) {
        known.put(migration.getVersion().getVersion(), checksum);
      }
    }
    return known;
  }

  /// Makes the tables of an empty database as they were at `version`.
  ///
  /// @throws DatabaseException if it cannot
  public static void migrateTo(DatabaseLogins logins, String version) {
    migrate(flyway(logins, MigrationVersion.fromVersion(version)));
  }

  /// Brings tables whose history is put aside to this program's version, and leaves it aside.
  ///
  /// @throws DatabaseException if it cannot
  public static void migrateAside(DatabaseLogins logins) {
    Flyway usual = flyway(logins, MigrationVersion.LATEST);
    migrate(Flyway.configure().configuration(usual.getConfiguration()).table(HISTORY_ASIDE).load());
  }

  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayException failed) {
      throw new DatabaseException(
          "the tables cannot be made: "
              + String.valueOf(failed.getMessage()).lines().findFirst().orElse(""),
          failed);
    }
  }

  /// Whether one version comes before another.
  public static boolean isBefore(String one, String other) {
    return MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other)) < 0;
  }

  private static Flyway flyway(DatabaseLogins logins, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(logins.url(), logins.owner().user(), logins.owner().password())
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }
}
