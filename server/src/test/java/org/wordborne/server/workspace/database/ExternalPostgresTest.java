package org.wordborne.server.workspace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.workspace.DataFolder;

/// An operator's own database; the part of it is played by an embedded one.
class ExternalPostgresTest {
  @TempDir private static Path data;
  private static EmbeddedPostgres database;
  @TempDir private Path own;

  @BeforeAll
  static void start() throws SQLException {
    var folder = new DataFolder(data);
    database = EmbeddedPostgres.start(folder);
    String password = new Secrets(folder.secrets()).password("superuser");
    try (var superuser =
        DriverManager.getConnection(database.logins().url(), "postgres", password)) {
      for (String sql :
          new String[] {
            "alter role wordborne_app rename to former_app",
            "create role plain login password 'p@ss word'",
            "create role maker login createrole password 'maker'",
            "grant connect on database wordborne to plain, maker, public",
            "grant create on schema public to maker",
          }) {
        DatabaseRoles.execute(superuser, sql);
      }
    }
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void open_ownerMayNotMakeRoles_tellsWhatToRun() {
    assertThatThrownBy(() -> ExternalPostgres.open(address("plain:p%40ss%20word"), folder()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageMatching(
            ".*(CREATE|ALTER) ROLE wordborne_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '.*';");
  }

  @Test
  void open_ownerMakesRoles_servesWithAnotherAndAgain() throws SQLException {
    DatabaseLogins first = loginsOf("maker:maker");
    DatabaseLogins again = loginsOf("maker:maker");

    assertThat(again.app()).isEqualTo(first.app());
    assertThat(first.owner().user()).isEqualTo("maker");
    assertThat(answers(first)).isTrue();
  }

  @Test
  void open_whileAnotherHoldsIt_isRefusedAndChangesNothing() throws Exception {
    var other = new DataFolder(Files.createDirectory(own.resolve("other")));
    try (var first = ExternalPostgres.open(address("maker:maker"), folder())) {
      assertThatThrownBy(() -> ExternalPostgres.open(address("maker:maker"), other))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("another server works on the database at " + first.logins().url())
          .hasMessageContaining("wordborne on " + own)
          .hasMessageContaining("--database-url");
      assertThat(answers(first.logins())).isTrue();
    }

    try (var second = ExternalPostgres.open(address("maker:maker"), other)) {
      assertThat(answers(second.logins())).isTrue();
    }
  }

  @Test
  void open_roleThatServesSomebodyElse_keepsItsPassword() throws Exception {
    var other = new DataFolder(Files.createDirectory(own.resolve("other")));
    var first = loginsOf("maker:maker");
    try (var serving =
        DriverManager.getConnection(first.url(), first.app().user(), first.app().password())) {
      assertThatThrownBy(() -> ExternalPostgres.open(address("maker:maker"), other))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("with the role wordborne_app, on the database wordborne of");
      assertThat(serving.isValid(5)).isTrue();
    }
    assertThat(answers(first)).isTrue();
  }

  @Test
  void open_wrongPassword_saysAsWhomButNotThePassword() {
    assertThatThrownBy(() -> ExternalPostgres.open(address("maker:wrong-word"), folder()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("as maker")
        .hasMessageNotContaining("wrong-word");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p%40s@h:5433/db, jdbc:postgresql://h:5433/db, u, p@s",
    "postgres://u@h/db?sslmode=require, jdbc:postgresql://h/db?sslmode=require, u, ''",
    "jdbc:postgresql://h/db?user=u&password=p&ssl=true, jdbc:postgresql://h/db?ssl=true, u, p",
  })
  void parse_formsPeopleWrite_areTakenApart(
      String given, String url, String user, String password) {
    var address = ExternalPostgres.Address.parse(given);

    assertThat(address.url()).isEqualTo(url);
    assertThat(address.owner()).isEqualTo(new DatabaseLogins.Login(user, password));
  }

  private DatabaseLogins loginsOf(String userInfo) {
    try (var opened = ExternalPostgres.open(address(userInfo), folder())) {
      return opened.logins();
    }
  }

  private static boolean answers(DatabaseLogins logins) throws SQLException {
    try (Connection app =
        DriverManager.getConnection(logins.url(), logins.app().user(), logins.app().password())) {
      return app.isValid(5);
    }
  }

  private DataFolder folder() {
    return new DataFolder(own);
  }

  private static String address(String userInfo) {
    return database.logins().url().replace("jdbc:postgresql://", "postgresql://" + userInfo + "@");
  }
}
