package org.wordborne.server.operate.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.query.Post;
import org.wordborne.server.Restore;
import org.wordborne.server.RunningServer;
import org.wordborne.server.SearchIndex;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.StartException;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.database.Databases;
import tools.jackson.databind.json.JsonMapper;

/// A server is filled, backed up while it serves, and made anew out of the file.
class RestoreTest {
  private static final String PASSPHRASE = "a lantern under the stairs";
  private static final String PASSWORD = "a lantern in the rain";
  private static final UUID SEALER = UUID.fromString("0192aaaa-0000-7000-8000-000000000007");
  private static final int WORDS = 200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private static Path folder;
  private static byte[] sealed = {};
  private static String cookie = "";
  private static Path closed = Path.of("");
  private static Path open = Path.of("");
  private static Map<String, String> rows = Map.of();

  @BeforeAll
  static void backUp() throws Exception {
    Path data = folder.resolve("data");
    closed = folder.resolve("closed.wbb");
    open = folder.resolve("open.wbb");
    try (var server = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      fill(server);
      var logins = server.bean(Databases.class).logins();
      new Backup(logins, new DataFolder(data)).withPassphrase(PASSPHRASE).to(closed);
    }
    // At rest, so that the rows can be counted by another hand at the same moment.
    try (var databases = Databases.open(ServerOptions.at(data).properties())) {
      rows = EveryRow.of(data, databases.logins());
      new Backup(databases.logins(), new DataFolder(data)).to(open);
    }
  }

  @AfterAll
  static void end() {
    HTTP.close();
  }

  @Test
  void run_intoNewFolder_isRowForRowTheSame() throws Exception {
    Path data = folder.resolve("same");

    var contents = Restore.run(new BackupFile(open, null), ServerOptions.at(data), null);

    assertThat(contents.rows()).isGreaterThan(2L * WORDS);
    try (var databases = Databases.open(ServerOptions.at(data).properties())) {
      var restored = EveryRow.of(data, databases.logins());
      assertThat(restored.remove("sign_in")).as("sessions").startsWith("0 ");
      var others = new TreeMap<>(rows);
      others.keySet().removeAll(Set.of("sign_in", "server_setting"));
      restored.remove("server_setting");
      assertThat(restored).isEqualTo(others);
      assertThat(rows).containsKeys("mention", "flyway_schema_history", "account");
    }
  }

  @Test
  void run_closedByPassphrase_servesAsBefore() throws Exception {
    Path data = folder.resolve("served");
    Path log = Files.writeString(folder.resolve("newer.log"), "");

    Restore.run(new BackupFile(closed, PASSPHRASE), ServerOptions.at(data), log);

    try (var server = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      assertThat(server.oneTimeCode()).isNull();
      assertThat(signIn(server).statusCode()).isEqualTo(200);
      assertThat(server.bean(SecretBox.class).open(SEALER, sealed)).isEqualTo("the webhook's key");
      var search = server.bean(MentionSearch.class);
      search.awaitFresh(scope(server), Duration.ofSeconds(30));
      assertThat(found(server)).isEqualTo(WORDS);
      assertThat(unforced(data, server)).as("tables without their wall").isEmpty();
      heard(server, "behind the restore", 3);
    }
    assertThat(mode(data.resolve("secret.key"))).isEqualTo("rw-------");
  }

  @Test
  void start_restored_endsSessionsAndSendsNothingUntilResumed() throws Exception {
    Path data = folder.resolve("rested");

    Restore.run(new BackupFile(open, null), ServerOptions.at(data), null);

    try (var server = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      var conditions = server.bean(Conditions.class);
      assertThat(conditions.sends()).isFalse();
      assertThat(session(server)).isEqualTo(401);
      assertThat(post(server, "/server/resume", Map.of()).statusCode()).isEqualTo(401);
      assertThat(conditions.sends()).isFalse();
      assertThat(postAsServer(server, "/server/resume").statusCode()).isEqualTo(204);
      assertThat(conditions.sends()).isTrue();
    }
    try (var again = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      assertThat(again.bean(Conditions.class).sends()).isTrue();
    }
  }

  @Test
  void run_newerLogOfForgotten_isJoinedToTheBackups() throws Exception {
    String older = line("01");
    String newer = line("02");
    Path log = Files.writeString(folder.resolve("union.log"), newer);
    Path data = Files.createDirectory(folder.resolve("union"));
    var known = new DataFolder(folder.resolve("data")).forgotten();
    Files.writeString(known, older);
    Path file = folder.resolve("union.wbb");
    try (var databases = Databases.open(ServerOptions.at(folder.resolve("data")).properties())) {
      new Backup(databases.logins(), new DataFolder(folder.resolve("data"))).to(file);
    } finally {
      Files.delete(known);
    }

    Restore.run(new BackupFile(file, null), ServerOptions.at(data), log);

    assertThat(new DataFolder(data).forgotten()).hasContent(older + newer);
  }

  @Test
  void run_logThatIsNone_isRefusedByItsLine() throws IOException {
    Path log = Files.writeString(folder.resolve("notes.log"), line("01") + "ask Ruth\n");
    Path data = folder.resolve("unlogged");

    assertThatThrownBy(() -> Restore.run(new BackupFile(open, null), ServerOptions.at(data), log))
        .isInstanceOf(BackupException.class)
        .hasMessage(log + ": line 2 is none of a forgotten.log; nothing was restored");
    assertThat(data).doesNotExist();
  }

  @Test
  void run_whileAServerHoldsTheFolder_isRefused() throws IOException {
    Path data = Files.createDirectory(folder.resolve("held"));
    try (var channel =
            FileChannel.open(
                data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      assertThatThrownBy(
              () -> Restore.run(new BackupFile(open, null), ServerOptions.at(data), null))
          .isInstanceOf(StartException.class)
          .hasMessageStartingWith("another server runs on " + data);
    }
  }

  @Test
  void throwAway_indexOfAHeldFolder_isRefusedAndStays() throws IOException {
    var data = new DataFolder(folder.resolve("indexed"));
    Files.createDirectories(data.index().resolve("one"));
    try (var channel =
            FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThatThrownBy(() -> SearchIndex.throwAway(data))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("a server runs on " + data.root());
      assertThat(held.isValid()).isTrue();
    }
    assertThat(data.index().resolve("one")).exists();
    SearchIndex.throwAway(data);
    assertThat(data.index()).doesNotExist();
  }

  @Test
  void backup_closedOrNot_isForItsOwnerAlone() throws IOException {
    assertThat(mode(closed)).isEqualTo("rw-------");
    assertThat(mode(open)).isEqualTo("rw-------");
    assertThat(folder.resolve("open.wbb.part")).doesNotExist();
    assertThat(new BackupFile(open, null).head().number()).isEqualTo(2);
  }

  @Test
  void rehearse_goodFile_comparesAndLeavesNothing() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path killed = Files.createDirectory(scratch.resolve("wordborne-rehearsal1"));
    Files.writeString(killed.resolve("lock"), "");

    var contents = Restore.rehearse(new BackupFile(closed, PASSPHRASE), scratch);

    assertThat(contents.rows()).isGreaterThan(2L * WORDS);
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void run_intoFolderThatHoldsSomething_isRefusedAndLeavesIt() throws IOException {
    Path data = Files.createDirectory(folder.resolve("full"));
    Files.writeString(data.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> Restore.run(new BackupFile(open, null), ServerOptions.at(data), null))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            data
                + " is not empty (it holds notes.txt); a backup is restored into an empty folder"
                + " or a new one");
    assertThat(data.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void run_changedFile_leavesNoTrace() throws IOException {
    byte[] bytes = Files.readAllBytes(open);
    bytes[bytes.length / 2] ^= 4;
    Path changed = Files.write(folder.resolve("changed.wbb"), bytes);
    Path data = folder.resolve("never");

    assertThatThrownBy(
            () -> Restore.run(new BackupFile(changed, null), ServerOptions.at(data), null))
        .isInstanceOf(BackupException.class)
        .hasMessage(changed + ": chunk 0 was changed");
    assertThat(data).doesNotExist();
  }

  @Test
  void start_onHalfRestoredFolder_isRefused() throws IOException {
    Path data = Files.createDirectory(folder.resolve("half"));
    Files.writeString(data.resolve("restoring"), "words.wbb");

    assertThatThrownBy(() -> ServerProcess.start(ServerOptions.at(data).withPort(0)))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(data + " holds a half-done restore; remove it");
    assertThatThrownBy(() -> Restore.run(new BackupFile(open, null), ServerOptions.at(data), null))
        .hasMessageStartingWith(data + " holds a half-done restore; remove it");
  }

  /// Ten words come in each transaction, so a moment has a multiple of ten.
  @Test
  void backup_whileWordsComeIn_isOneMoment() throws Exception {
    Path data = folder.resolve("busy");
    Path file = folder.resolve("busy.wbb");
    var going = new AtomicBoolean(true);
    try (var server = ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening())) {
      heard(server, "first", 10);
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int batch = 0; going.get(); batch++) {
                      heard(server, "batch " + batch, 10);
                    }
                  });
      try {
        new Backup(server.bean(Databases.class).logins(), new DataFolder(data)).to(file);
      } finally {
        going.set(false);
        writer.join();
      }
    }
    Map<String, Long> counts =
        new BackupFile(file, null)
            .check().tables().stream()
                .collect(java.util.stream.Collectors.toMap(TableSum::name, TableSum::rows));
    assertThat(counts.get("mention") % 10).isZero();
    assertThat(counts.get("mention_identity")).isEqualTo(counts.get("mention"));
  }

  @Test
  void run_twoAtOnce_oneIsRefused() throws SQLException {
    Path data = folder.resolve("data");
    try (var databases = Databases.open(ServerOptions.at(data).properties());
        var _ = BackupBook.open(Catalogue.connect(databases.logins()))) {
      var second = new Backup(databases.logins(), new DataFolder(data));

      assertThatThrownBy(() -> second.to(folder.resolve("second.wbb")))
          .hasMessage("another backup of this database is being made; wait for its end");
    }
  }

  private static void fill(RunningServer server) throws Exception {
    var answer =
        post(
            server,
            "/session/code",
            Map.of(
                "code",
                server.oneTimeCode(),
                "email",
                "ines@example.org",
                "password",
                PASSWORD,
                "name",
                "Ines"));
    assertThat(answer.statusCode()).isEqualTo(200);
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    assertThat(session(server)).isEqualTo(200);
    heard(server, "lantern", WORDS);
    sealed = server.bean(SecretBox.class).seal(SEALER, "the webhook's key");
    server
        .bean(Workspaces.class)
        .rename(
            scope(server),
            "Tab\there, \\N and \"quotes\"\r\n",
            server.bean(Workspaces.class).brand(scope(server)));
  }

  private static void heard(RunningServer server, String word, int count) {
    var posts =
        IntStream.range(0, count)
            .<Incoming>mapToObj(
                i -> Spoken.of(Post.of(word + i, "The " + word + " ☂ \\ \t\n line " + i)))
            .toList();
    server.bean(Ingest.class).keep(scope(server), Origin.imported(true), posts);
  }

  private static Scope scope(RunningServer server) {
    return Scope.of(server.bean(Workspaces.class).first());
  }

  private static HttpResponse<String> signIn(RunningServer server) throws Exception {
    return post(server, "/session", Map.of("email", "ines@example.org", "password", PASSWORD));
  }

  private static HttpResponse<String> post(RunningServer server, String path, Object body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build(),
        BodyHandlers.ofString());
  }

  private static int session(RunningServer server) throws Exception {
    var asked =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/status"))
            .header("Cookie", cookie)
            .build();
    return HTTP.send(asked, BodyHandlers.ofString()).statusCode();
  }

  private static HttpResponse<String> postAsServer(RunningServer server, String path)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + server.token())
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private static String line(String id) {
    return "{\"at\":\"2026-11-"
        + id
        + "T00:00:00Z\",\"workspace\":\"0192aaaa-0000-7000-8000-000000000007\","
        + "\"kind\":\"HANDLE\",\"id\":null,\"mark\":\""
        + id
        + "\"}\n";
  }

  private static long found(RunningServer server) throws Exception {
    var asked =
        HttpRequest.newBuilder(
                URI.create(server.url() + "/api/v1/mentions?q=lantern&limit=0&spam=include"))
            .header("Authorization", "Bearer " + server.token())
            .build();
    String answer = HTTP.send(asked, BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(answer).path("total").asLong();
  }

  private static List<String> unforced(Path data, RunningServer server) throws Exception {
    try (var connection = EveryRow.superuser(data, server.bean(Databases.class).logins().url())) {
      return Catalogue.list(
          connection,
          """
          select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and a.attname = 'workspace_id' and c.relname not like 'workspace_registry'
            and not (c.relrowsecurity and c.relforcerowsecurity)
          union all
          select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'
          """,
          row -> row.getString(1));
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
