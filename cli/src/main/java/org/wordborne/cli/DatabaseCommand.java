package org.wordborne.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.database.DatabaseException;
import org.wordborne.server.workspace.database.OwnPostgresSetUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "database",
    description = {
      "Prints the SQL that prepares your own PostgreSQL, 15 to 18, with the least rights.",
      "One role owns the tables and migrates them, another serves and owns nothing. Their passwords",
      "are made once and kept in the data folder. The address for serve goes to standard error."
    },
    footer = {
      "  wordborne database --data /srv/words | psql -U postgres",
      "  wordborne database --data /srv/words --name words --at db.example.org:5432 > prepare.sql"
    },
    mixinStandardHelpOptions = true)
final class DatabaseCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of the server (default: ~/.wordborne).")
  @Nullable Path data;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "wordborne",
      description = "The database to make (default: wordborne).")
  String name = "";

  @Option(
      names = "--owner",
      paramLabel = "ROLE",
      defaultValue = "wordborne_owner",
      description = "The role that owns its tables (default: wordborne_owner).")
  String owner = "";

  @Option(
      names = "--at",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:5432",
      description = "Where PostgreSQL listens, for the address (default: localhost:5432).")
  String at = "";

  @Override
  public Integer call() {
    expectName("--name", name);
    expectName("--owner", owner);
    var folder = new DataFolder(data == null ? ConnectionOptions.usualFolder() : data);
    try {
      OwnPostgresSetUp setUp = OwnPostgresSetUp.of(folder, name, owner, at);
      System.out.print(setUp.script());
      System.err.println("then: wordborne serve --database-url " + setUp.url());
    } catch (DatabaseException refused) {
      throw new CommandException(String.valueOf(refused.getMessage()));
    }
    return 0;
  }

  private static void expectName(String option, String given) {
    if (!NAME.matcher(given).matches()) {
      throw new CommandException(
          option + " '" + given + "' is no plain name: small letters, digits and _, as wordborne");
    }
  }
}
