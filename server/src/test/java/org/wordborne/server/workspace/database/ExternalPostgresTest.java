package org.wordborne.server.workspace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        .hasMessageContaining("CREATE ROLE wordborne_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD");
  }

  @Test
  void open_ownerMakesRoles_servesWithAnotherAndAgain() throws SQLException {
    DatabaseLogins first = ExternalPostgres.open(address("maker:maker"), folder());
    DatabaseLogins again = ExternalPostgres.open(address("maker:maker"), folder());

    assertThat(again.app()).isEqualTo(first.app());
    assertThat(first.owner().user()).isEqualTo("maker");
    try (Connection app =
        DriverManager.getConnection(first.url(), first.app().user(), first.app().password())) {
      assertThat(app.isValid(5)).isTrue();
    }
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

  private DataFolder folder() {
    return new DataFolder(own);
  }

  private static String address(String userInfo) {
    return database.logins().url().replace("jdbc:postgresql://", "postgresql://" + userInfo + "@");
  }
}
