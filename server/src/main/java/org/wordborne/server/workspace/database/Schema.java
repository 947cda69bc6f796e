package org.wordborne.server.workspace.database;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.database.Compatibility.Step;

/// Brings the tables of a database to this program's version, or says in one line why it cannot.
///
/// A database that a newer program has changed is served as it is where every such change says of
/// itself that this program may ([Compatibility]); else it is refused like one that was changed
/// otherwise: nothing is known of what its tables mean.
final class Schema {
  private Schema() {}

  /// Migrates; `place` names the database for messages.
  ///
  /// @throws DatabaseException if its tables are not of a version that leads to ours
  static void migrate(Flyway flyway, DatabasePlace place) {
    Flyway strict = withoutFuture(flyway);
    try {
      (isNewerAndServed(strict) ? withFuture(flyway) : strict).migrate();
    } catch (FlywayValidateException other) {
      throw new DatabaseException(otherVersion(strict, place), other);
    } catch (FlywayException failed) {
      throw new DatabaseException(notPossible(strict, failed, place), failed);
    }
  }

  /* By default migrations that a newer program made are passed over. */
  private static Flyway withoutFuture(Flyway flyway) {
    return passingOver(flyway, new String[0]);
  }

  private static Flyway withFuture(Flyway flyway) {
    return passingOver(flyway, "*:future");
  }

  private static Flyway passingOver(Flyway flyway, String... patterns) {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .ignoreMigrationPatterns(patterns)
        .load();
  }

  /* Whether a newer program was here, and left tables that this one may serve. */
  private static boolean isNewerAndServed(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    List<Step> newer =
        Stream.of(all)
            .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS)
            .map(Schema::step)
            .toList();
    List<Step> ours =
        Stream.of(all)
            .filter(one -> one.getState().isResolved() && one.getVersion() != null)
            .map(Schema::step)
            .toList();
    return !newer.isEmpty() && Compatibility.mayServe(Compatibility.schema(ours), newer);
  }

  private static Step step(MigrationInfo one) {
    return new Step(one.getVersion().getVersion(), one.getDescription());
  }

  private static boolean isHalfRestored(Flyway flyway) {
    return JdbcClient.create(flyway.getConfiguration().getDataSource())
        .sql("select to_regclass('public." + SchemaSteps.HISTORY_ASIDE + "') is not null")
        .query(Boolean.class)
        .single();
  }

  private static String otherVersion(Flyway flyway, DatabasePlace place) {
    String differing =
        flyway.validateWithResult().invalidMigrations.stream()
            .map(Schema::difference)
            .collect(Collectors.joining(", "));
    return place.name()
        + " was made by another version of Wordborne ("
        + differing
        + "); start it with that version, or "
        + place.another();
  }

  private static String difference(ValidateOutput found) {
    boolean unknown =
        found.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED;
    return "migration " + found.version + (unknown ? " is unknown here" : " differs");
  }

  private static String notPossible(Flyway flyway, FlywayException failed, DatabasePlace place) {
    if (failed.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      if (isHalfRestored(flyway)) {
        return place.name() + " holds a half-done restore; " + place.another();
      }
      return place.name() + " holds tables that are not Wordborne's; " + place.another();
    }
    Throwable deepest =
        Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
            .reduce(failed, (_, cause) -> cause);
    return "the tables of "
        + place.name()
        + " cannot be brought to this version: "
        + String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }
}
