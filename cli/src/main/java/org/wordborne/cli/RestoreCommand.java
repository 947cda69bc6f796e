package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.Restore;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Makes a data folder, and its database, out of a backup. Both have to be empty.",
      "The file is read to its end first: one that is cut or changed is refused by the part, and",
      "leaves no trace. After a kill in the middle no server starts on what is there.",
      "Prints {\"restored\",\"number\",\"madeAt\",\"rows\",\"data\",\"seconds\"}."
    },
    footer = {
      "  wordborne restore words.wbb --data /srv/words --passphrase-file /etc/wordborne/passphrase",
      "  wordborne restore words.wbb --data /srv/words --database-url postgresql://owner:pw@db/words"
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  Path file = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data folder to make.")
  Path data = Path.of("");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "Your own, empty PostgreSQL in place of the embedded one.")
  @Nullable String databaseUrl;

  @Option(
      names = "--forgotten",
      paramLabel = "LOG",
      description = "The newest forgotten.log you have: who is in it stays forgotten.")
  @Nullable Path forgotten;

  @Mixin Passphrase passphrase = new Passphrase();

  @Override
  public Integer call() throws IOException {
    var backup = new BackupFile(file, passphrase.orNone());
    long start = System.nanoTime();
    try {
      BackupFile.Contents whole =
          Restore.run(backup, BackupCommand.options(data, databaseUrl), forgotten);
      Lines.print(
          "restored", file,
          "number", whole.head().number(),
          "madeAt", whole.head().madeAt().truncatedTo(ChronoUnit.MILLIS),
          "rows", whole.rows(),
          "data", data,
          "seconds", BackupCommand.seconds(start));
    } catch (BackupException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()));
    }
    return 0;
  }
}
