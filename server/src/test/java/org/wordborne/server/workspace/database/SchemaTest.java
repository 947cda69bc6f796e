package org.wordborne.server.workspace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.Compatibility.Step;

class SchemaTest {
  private static final DatabasePlace PLACE =
      new DatabasePlace("the data folder /words", "give another folder with --data");

  @TempDir private static Path data;
  private static EmbeddedPostgres database;

  @BeforeAll
  static void start() {
    database = EmbeddedPostgres.start(new DataFolder(data));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("drop schema public cascade; create schema public");
  }

  @Test
  void migrate_emptyAndAgain_isDone() {
    Schema.migrate(flyway(), PLACE);

    assertThatCode(() -> Schema.migrate(flyway(), PLACE)).doesNotThrowAnyException();
  }

  @Test
  void migrate_ofNewerProgram_isRefusedInOneLine() throws SQLException {
    Schema.migrate(flyway(), PLACE);
    execute(
        "insert into flyway_schema_history select 99, '99', 'newer', type, 'V99__newer.sql', 1,"
            + " installed_by, now(), 1, true from flyway_schema_history where version = '10'");

    assertThatThrownBy(() -> Schema.migrate(flyway(), PLACE))
        .isInstanceOf(DatabaseException.class)
        .hasMessage(
            "the data folder /words was made by another version of Wordborne (migration 99 is"
                + " unknown here); start it with that version, or give another folder with --data");
  }

  /* The next version is this one and a migration more. */
  @ParameterizedTest
  @CsvSource({
    "V999__topic_colours_expanding, create table colour (n int), true",
    "V999__topic_drop_old_from_100, drop table if exists colour, true",
    "V999__topic_rebuild_from_998, create table colour (n int), false",
    "V999__topic_rebuild, create table colour (n int), false"
  })
  void migrate_afterANewerProgram_servesWhatThatLeftToIt(String name, String sql, boolean serves)
      throws IOException, SQLException {
    Path next = Files.createDirectories(data.resolve("next"));
    Path file = Files.writeString(next.resolve(name + ".sql"), sql);
    Schema.migrate(flyway("filesystem:" + next), PLACE);
    Files.delete(file);

    var back = assertThatCode(() -> Schema.migrate(flyway(), PLACE));

    if (serves) {
      back.doesNotThrowAnyException();
    } else {
      back.isInstanceOf(DatabaseException.class).hasMessageContaining("migration 999 is unknown");
    }
    List<Step> applied = Compatibility.of(database.logins());
    String own = Compatibility.schema(Compatibility.ofProgram());
    assertThat(Compatibility.mayServe(own, applied)).isEqualTo(serves);
    assertThat(Compatibility.schema(applied)).isEqualTo("999");
  }

  @Test
  void migrations_ofThisProgram_areThoseThatFlywayKnows() {
    assertThat(Compatibility.ofProgram().stream().map(Step::version))
        .containsExactlyInAnyOrderElementsOf(SchemaSteps.known(database.logins()).keySet());
  }

  @Test
  void migrate_changedSince_namesWhatDiffers() throws SQLException {
    Schema.migrate(flyway(), PLACE);
    execute("update flyway_schema_history set checksum = 7 where version in ('10', '20')");

    assertThatThrownBy(() -> Schema.migrate(flyway(), PLACE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("(migration 10 differs, migration 20 differs)");
  }

  @Test
  void migrate_tablesOfSomebodyElse_areLeftAlone() throws SQLException {
    execute("create table theirs (n int)");

    assertThatThrownBy(() -> Schema.migrate(flyway(), PLACE))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("holds tables that are not Wordborne's; give another folder");
  }

  private static Flyway flyway(String... more) {
    var logins = database.logins();
    return Flyway.configure()
        .dataSource(logins.url(), logins.owner().user(), logins.owner().password())
        .locations(
            Stream.concat(Stream.of("classpath:db/migration"), Stream.of(more))
                .toArray(String[]::new))
        .load();
  }

  private static void execute(String sql) throws SQLException {
    var owner = database.logins().owner();
    try (var connection =
            DriverManager.getConnection(database.logins().url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
