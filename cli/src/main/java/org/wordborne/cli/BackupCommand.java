package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.OpenDatabase;
import org.wordborne.server.Restore;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFile;
import org.wordborne.server.operate.backup.BackupHead;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.workspace.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = {
      "Writes everything a server keeps into one file, while it serves or rests.",
      "The file is there whole or not at all; it holds secrets, closed only by a passphrase.",
      "Prints {\"backup\",\"number\",\"madeAt\",\"bytes\",\"rows\",\"encrypted\",\"rehearsed\",\"seconds\"}."
    },
    footer = {
      "  wordborne backup /backups/words.wbb --passphrase-file /etc/wordborne/passphrase",
      "  wordborne backup words.wbb --verify",
      "  wordborne backup verify words.wbb --passphrase-stdin < passphrase",
      "  wordborne backup list"
    },
    mixinStandardHelpOptions = true,
    subcommands = {BackupCommand.Verify.class, BackupCommand.Listing.class})
final class BackupCommand implements Callable<Integer> {
  static final String SUFFIX = ".wbb";

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where the backup shall be.")
  @Nullable Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: ~/.wordborne).")
  @Nullable Path data;

  @Option(names = "--database-url", paramLabel = "URL", description = "Your own PostgreSQL.")
  @Nullable String databaseUrl;

  @Option(
      names = "--verify",
      description = "Then restore it beside, and compare every table with what was written.")
  boolean verify;

  @Mixin Passphrase passphrase = new Passphrase();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path place = file;
    if (place == null) {
      throw new ParameterException(
          spec.commandLine(), "name the file, or a command: " + CommandGroup.names(spec));
    }
    if (Files.isDirectory(place)) {
      throw new CommandException(place + ": it is a folder; name the file in it");
    }
    String given = passphrase.orNone();
    long start = System.nanoTime();
    try (var open = OpenDatabase.of(options(data, databaseUrl))) {
      var backup = new Backup(open.logins(), open.folder()).withPassphrase(given);
      BackupRun made = backup.to(place);
      if (verify) {
        Restore.rehearse(new BackupFile(place, given), scratch());
        backup.judge(made, null);
      }
      Lines.print(
          "backup", made.file(),
          "number", made.number(),
          "madeAt", made.madeAt().truncatedTo(ChronoUnit.MILLIS),
          "bytes", made.bytes(),
          "rows", made.rows(),
          "encrypted", made.encrypted(),
          "rehearsed", verify,
          "seconds", seconds(start));
    } catch (BackupException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()));
    }
    return 0;
  }

  static ServerOptions options(@Nullable Path data, @Nullable String databaseUrl) {
    return ServerOptions.at(data == null ? ConnectionOptions.usualFolder() : data)
        .withDatabaseUrl(databaseUrl);
  }

  static Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
  }

  @Command(
      name = "verify",
      description = {
        "Reads a backup to its end and says whether every part is as it was written.",
        "Prints {\"backup\",\"number\",\"madeAt\",\"program\",\"schema\",\"sections\",\"rows\",\"rehearsed\"}."
      },
      footer = {
        "  wordborne backup verify words.wbb",
        "  wordborne backup verify words.wbb --restore --passphrase-file /etc/wordborne/passphrase"
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Option(
        names = "--restore",
        description = "Also restore it beside, and compare every table with what was written.")
    boolean restore;

    @Mixin Passphrase passphrase = new Passphrase();

    @Override
    public Integer call() throws IOException {
      var backup = new BackupFile(file, passphrase.orNone());
      try {
        BackupFile.Contents whole = restore ? Restore.rehearse(backup, scratch()) : backup.check();
        BackupHead head = whole.head();
        Lines.print(
            "backup", file,
            "number", head.number(),
            "madeAt", head.madeAt().truncatedTo(ChronoUnit.MILLIS),
            "program", head.program(),
            "schema", head.schema(),
            "sections", whole.sections(),
            "rows", whole.rows(),
            "rehearsed", restore);
      } catch (BackupException refused) {
        throw new CommandException(String.valueOf(refused.getMessage()));
      }
      return 0;
    }
  }

  @Command(
      name = "list",
      description = {
        "Lists the backups in a folder, newest last, by what stands open in their heads.",
        "Prints one a line: {\"backup\",\"number\",\"madeAt\",\"program\",\"schema\",\"bytes\",\"encrypted\"}."
      },
      footer = {"  wordborne backup list", "  wordborne backup list /backups"},
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "The folder (default: backups in the data folder).")
    @Nullable Path folder;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The data folder (default: ~/.wordborne).")
    @Nullable Path data;

    @Override
    public Integer call() throws IOException {
      Path in =
          folder == null
              ? new DataFolder(data == null ? ConnectionOptions.usualFolder() : data).backups()
              : folder;
      if (folder == null && !Files.isDirectory(in)) {
        return 0;
      }
      try (Stream<Path> inside = Files.list(in)) {
        List<Path> backups =
            inside.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList();
        for (Path backup : backups) {
          print(backup);
        }
      }
      return 0;
    }

    private static void print(Path backup) throws IOException {
      try {
        BackupHead head = new BackupFile(backup, null).head();
        Lines.print(
            "backup", backup,
            "number", head.number(),
            "madeAt", head.madeAt().truncatedTo(ChronoUnit.MILLIS),
            "program", head.program(),
            "schema", head.schema(),
            "bytes", Files.size(backup),
            "encrypted", head.lock() != null);
      } catch (BackupException foreign) {
        Lines.print("backup", backup, "fault", String.valueOf(foreign.getMessage()));
      }
    }
  }
}
