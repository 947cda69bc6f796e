package org.wordborne.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.Condition;
import org.wordborne.server.workspace.Conditions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server for a moment, without listening: brings the tables to this version and says
/// whether it would serve. Run by the upgrade.
@Command(name = "migrate", hidden = true, mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "The data folder.")
  Path data = Path.of("");

  @Option(names = "--database-url", description = "Your own PostgreSQL.")
  @Nullable String databaseUrl;

  @Override
  public Integer call() {
    var options = BackupCommand.options(data, databaseUrl).withPort(0).withoutListening();
    try (RunningServer server = ServerProcess.start(options)) {
      for (Condition one : server.bean(Conditions.class).all()) {
        if (one.kind().stopsWork()) {
          throw new CommandException("its health is not good: " + one.word());
        }
      }
    }
    Lines.print("serves", true);
    return 0;
  }
}
