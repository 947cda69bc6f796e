package org.wordborne.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.cli.Versions.Installed;
import org.wordborne.server.OpenDatabase;
import org.wordborne.server.workspace.database.Compatibility;
import org.wordborne.server.workspace.database.Compatibility.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rollback",
    description = {
      "Goes back to the version that was current before, on the same data.",
      "Refused by name where the tables have changed so that it could not serve them.",
      "Prints {\"rolledBackTo\",\"from\"}."
    },
    footer = {
      "  wordborne rollback --data /var/lib/wordborne/data --service wordborne",
      "  wordborne rollback"
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  @Mixin VersionChange change = new VersionChange();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Versions versions = VersionChange.versions();
    try (var _ = versions.lock()) {
      change.requireStoppable();
      Installed current = versions.current();
      Installed back =
          versions
              .previous()
              .filter(one -> one.version().compareTo(current.version()) < 0)
              .orElseThrow(
                  () -> new CommandException("no older version was current before this one"));
      requireServes(back);
      change.to(versions, back);
      Lines.print("rolledBackTo", back.version(), "from", current.version());
      return 0;
    }
  }

  private void requireServes(Installed back) throws IOException, InterruptedException {
    String schema = change.schemaOf(back).path("schema").asString("0");
    List<Step> applied;
    try (var open =
        OpenDatabase.of(BackupCommand.options(change.folder().root(), change.databaseUrl))) {
      applied = Compatibility.of(open.logins());
    }
    if (!Compatibility.mayServe(schema, applied)) {
      throw new CommandException(
          ("the tables may be served by programs of schema %s or newer; version %s is of schema %s."
                  + " Restore the backup that the upgrade made into a new folder, and serve that")
              .formatted(Compatibility.compatibleFrom(applied), back.version(), schema));
    }
  }
}
