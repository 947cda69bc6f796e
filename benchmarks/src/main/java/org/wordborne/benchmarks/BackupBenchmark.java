package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.wordborne.server.Restore;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupFile;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.Databases;

/// Seconds to back a server up while it serves and hears, and to restore the file.
///
/// The town's posts are imported once, and their mentions then copied in the database until there
/// are enough: what people, conversations and tales keep of them is not copied.
public final class BackupBenchmark implements Benchmark {
  private static final long SEED = 17;
  private static final long HEARD = 10_000;
  private static final long USUAL = 100_000;

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String about() {
    return "a backup while serving, and its restore; arguments: mentions (100000)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    var results = new ArrayList<Comparison>();
    var sizes =
        arguments.isEmpty() ? List.of(USUAL) : arguments.stream().map(Long::valueOf).toList();
    for (long size : sizes) {
      measure(size, results);
    }
    return results;
  }

  private static void measure(long size, List<Comparison> results) throws Exception {
    Path scratch = Files.createTempDirectory("wordborne-bench-backup");
    try {
      measure(size, scratch, results);
    } finally {
      remove(scratch);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void measure(long size, Path scratch, List<Comparison> results) throws Exception {
    Path file = scratch.resolve("words.wbb");
    double seconds;
    var asked = new AtomicLong();
    try (ServedHere served = ServedHere.open()) {
      Path posts = ImportBenchmark.file(SEED, HEARD);
      ImportBenchmark.importAll(served, posts, HEARD, served.searchable());
      Files.delete(posts);
      served.followersCaughtUp();
      DatabaseLogins logins = served.bean(Databases.class).logins();
      copy(logins, served.bean(Workspaces.class).first().toString(), size);
      var going = new AtomicBoolean(true);
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (going.get()) {
                      served.get("/mentions?q=lantern&limit=20");
                      asked.incrementAndGet();
                    }
                  });
      long start = System.nanoTime();
      new Backup(logins, new DataFolder(served.folder())).to(file);
      seconds = ImportBenchmark.seconds(start);
      going.set(false);
      reader.join();
    }
    String what = size + " mentions";
    results.add(one("backup of " + what + " while serving", seconds, "s"));
    results.add(one("pages asked for meanwhile", asked.get() / seconds, "pages/s"));
    results.add(one("size of the backup", Files.size(file) / 1e6, "MB"));
    long start = System.nanoTime();
    var contents =
        Restore.run(
            new BackupFile(file, null), ServerOptions.at(scratch.resolve("restored")), null);
    results.add(one("restore of " + what, ImportBenchmark.seconds(start), "s"));
    results.add(one("rows in it", contents.rows(), "rows"));
  }

  private static void copy(DatabaseLogins logins, String workspace, long size) throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(
                logins.url(), logins.owner().user(), logins.owner().password());
        var statement = owner.createStatement()) {
      String columns;
      try (var found =
          statement.executeQuery(
              """
              select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
              from information_schema.columns where table_name = 'mention' and column_name <> 'id'
              """)) {
        found.next();
        columns = found.getString(1);
      }
      statement.execute("select set_config('wordborne.workspace', '" + workspace + "', false)");
      String copies = " cross join generate_series(1, " + (size / HEARD - 1) + ")";
      statement.execute(
          "insert into mention (id, %s) select gen_random_uuid(), %s from mention"
                  .formatted(columns, columns)
              + copies);
      statement.execute(
          "insert into mention_identity select workspace_id, gen_random_uuid(), mention_id,"
              + " heard_at, digest, deleted from mention_identity"
              + copies);
    }
  }

  private static Comparison one(String name, double figure, String unit) {
    return new Comparison(name, "", unit, List.of(figure), List.of());
  }
}
