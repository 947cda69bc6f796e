package org.wordborne.server.operate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.operate.doctor.Check.State;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.condition.DiskLimits.Room;
import org.wordborne.server.workspace.database.Databases;
import tools.jackson.databind.JsonNode;

class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void checks_ofAFreshServer_findNothingWrong() {
    JsonNode answer = ServerFixture.get("/api/v1/server/checks").json();

    assertThat(answer.path("checks").valueStream().map(one -> one.path("name").asString()))
        .contains(
            "java",
            "data-folder",
            "secret-key",
            "disk",
            "database",
            "database-settings",
            "database-roles",
            "walls",
            "schema",
            "clock",
            "backups",
            "sources",
            "deliveries",
            "index",
            "mail",
            "audit");
    assertThat(
            answer
                .path("checks")
                .valueStream()
                .filter(one -> one.path("state").asString().equals("wrong")))
        .isEmpty();
  }

  @Test
  void rights_othersMayReadTheKey_isWrong() throws Exception {
    Path key = ServerFixture.bean(ServerProperties.class).data().secretKey();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try {
      assertThat(found("data-folder").state()).isEqualTo(State.WRONG);
      assertThat(found("data-folder").todo()).isEqualTo("take their rights: chmod 600 " + key);
    } finally {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(found("data-folder").state()).isEqualTo(State.OK);
  }

  @Test
  void walls_tableWithoutOne_isNamed() throws Exception {
    asOwner("create table planted (workspace_id uuid)");
    try {
      assertThat(found("walls").state()).isEqualTo(State.WRONG);
      assertThat(found("walls").what()).isEqualTo("no wall stands around planted");
    } finally {
      asOwner("drop table planted");
    }
  }

  @Test
  void roles_servingRolePassesWalls_isNamed() throws Exception {
    asSuperuser("alter role wordborne_app bypassrls");
    try {
      assertThat(found("database-roles").what()).isEqualTo("wordborne_app goes past the walls");
    } finally {
      asSuperuser("alter role wordborne_app nobypassrls");
    }
  }

  @ParameterizedTest(name = "{0} h old, fault {1} -> {2}")
  @CsvSource({
    "3, , OK",
    "25, , OK",
    "27, , WARN",
    "191, , WARN",
    "193, , WRONG",
    "3, no room, WARN",
  })
  void judgedBackups_byAgeOfTheGoodOne(long hours, String fault, State state) {
    var good = run(7, NOW.minus(Duration.ofHours(hours)), null);
    var runs = fault == null ? List.of(good) : List.of(run(8, NOW, fault), good);

    assertThat(DatabaseChecks.judgedBackups(runs, NOW).state()).isEqualTo(state);
  }

  @Test
  void judged_otherFigures_areAsTheLimitsSay() {
    assertThat(DatabaseChecks.judgedBackups(List.of(), NOW).state()).isEqualTo(State.WARN);
    assertThat(clock(4, -60)).isEqualTo(State.OK);
    assertThat(clock(6, -60)).isEqualTo(State.WARN);
    assertThat(clock(61, -60)).isEqualTo(State.WRONG);
    assertThat(clock(0, 301)).isEqualTo(State.WRONG);
    assertThat(MachineChecks.judged("", Room.LOW).state()).isEqualTo(State.WARN);
    assertThat(MachineChecks.judged("", Room.FULL).state()).isEqualTo(State.WRONG);
    assertThat(DatabaseChecks.sources(Map.of("listening", 3L, "deaf", 1L)).state())
        .isEqualTo(State.WARN);
    assertThat(DatabaseChecks.deliveries(3, 0, Duration.ofMinutes(61)).state())
        .isEqualTo(State.WARN);
    assertThat(DatabaseChecks.deliveries(3, 0, Duration.ofMinutes(5)).state()).isEqualTo(State.OK);
  }

  private static State clock(long apartSeconds, long lastSeconds) {
    return DatabaseChecks.judgedClock(
            Duration.ofSeconds(apartSeconds), NOW.plusSeconds(lastSeconds), NOW)
        .state();
  }

  private static BackupRun run(long number, Instant at, String fault) {
    return new BackupRun(number, at, "words.wbb", 1, 1, false, true, fault, null);
  }

  private static Check found(String name) {
    return ServerFixture.bean(Doctor.class).look().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void asOwner(String sql) throws SQLException {
    var owner = ServerFixture.bean(Databases.class).logins().owner();
    run(owner.user(), owner.password(), sql);
  }

  private static void asSuperuser(String sql) throws Exception {
    var secrets = new Properties();
    var folder = ServerFixture.bean(ServerProperties.class).data();
    try (var reader = Files.newBufferedReader(folder.secrets())) {
      secrets.load(reader);
    }
    run("postgres", secrets.getProperty("superuser"), sql);
  }

  private static void run(String user, String password, String sql) throws SQLException {
    String url = ServerFixture.bean(Databases.class).logins().url();
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
