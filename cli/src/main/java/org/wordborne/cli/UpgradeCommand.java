package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.cli.Versions.Installed;
import org.wordborne.server.OpenDatabase;
import org.wordborne.server.Restore;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFile;
import org.wordborne.server.operate.backup.BackupFolder;
import org.wordborne.server.workspace.database.SchemaSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "upgrade",
    description = {
      "Goes to the newer version in a release archive, or stays where it is and says why.",
      "Checks the archive's sum, makes a backup and restores it beside, lays the new version beside",
      "the old one, migrates, asks for its health, and goes back by itself where that fails.",
      "Prints {\"upgraded\",\"from\",\"backup\"}."
    },
    footer = {
      "  wordborne upgrade wordborne-0.2.0.tar.gz --data /var/lib/wordborne/data --service wordborne",
      "  wordborne upgrade wordborne-0.2.0.tar.gz --passphrase-file /etc/wordborne/passphrase"
    },
    mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ARCHIVE", description = "The release, wordborne-VERSION.tar.gz.")
  Path file = Path.of("");

  @Option(
      names = "--sha256",
      paramLabel = "SUM",
      description = "The archive's SHA-256 (default: from ARCHIVE.sha256 beside it).")
  @Nullable String sum;

  @Option(
      names = "--backup",
      paramLabel = "FILE",
      description =
          "Where the backup goes (default: before-upgrade-of-VERSION-TIME.wbb in its backups).")
  @Nullable Path backup;

  @Option(
      names = "--without-backup",
      description = "Makes none: you have one that you restored elsewhere.")
  boolean withoutBackup;

  @Option(
      names = "--no-way-back",
      description = "Also where this version could not serve the tables of the new one any more.")
  boolean noWayBack;

  @Mixin VersionChange change = new VersionChange();
  @Mixin Passphrase passphrase = new Passphrase();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Versions versions = VersionChange.versions();
    try (var _ = versions.lock()) {
      change.requireStoppable();
      Installed before = versions.current();
      Installed next = versions.lay(ReleaseArchive.checked(file, sum));
      requireWayBack(before, next);
      String kept = withoutBackup ? "" : makeBackup(before).toString();
      change.to(versions, next);
      Lines.print("upgraded", next.version(), "from", before.version(), "backup", kept);
      return 0;
    }
  }

  private void requireWayBack(Installed before, Installed next)
      throws IOException, InterruptedException {
    String from = change.schemaOf(next).path("compatibleFrom").asString("");
    String own = change.schemaOf(before).path("schema").asString("");
    if (from.isEmpty()) {
      throw new CommandException("version " + next.version() + " does not say what it needs");
    }
    boolean back = !SchemaSteps.isBefore(own, from);
    if (!back && !noWayBack) {
      throw new CommandException(
          ("version %s changes the tables so that only programs of schema %s or newer may serve"
                  + " them; %s is of schema %s, so the way back is the backup alone. Add"
                  + " --no-way-back if that will do")
              .formatted(next.version(), from, before.version(), own));
    }
  }

  private Path makeBackup(Installed before) throws IOException {
    Path place = backup;
    if (place == null) {
      Path folder = Files.createDirectories(change.folder().backups());
      place =
          folder.resolve(
              "before-upgrade-of-%s-%s%s"
                  .formatted(
                      before.version(), BackupFolder.stamp(Instant.now()), BackupCommand.SUFFIX));
    }
    String given = passphrase.orNone();
    Path data = change.folder().root();
    try (var open = OpenDatabase.of(BackupCommand.options(data, change.databaseUrl))) {
      new Backup(open.logins(), open.folder()).withPassphrase(given).to(place);
      Restore.rehearse(new BackupFile(place, given), BackupCommand.scratch());
      return place;
    } catch (BackupException refused) {
      throw new CommandException("no backup, no upgrade: " + refused.getMessage());
    }
  }
}
