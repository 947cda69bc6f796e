package org.wordborne.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description = {
      "Prints the mentions that match a query, newest first.",
      "Spam and hidden ones are included. One post a line, in the shape that import takes, with",
      "\"mention\" (its id), \"source\", \"heard\" and \"understanding\". The query language is described in",
      "docs/query.md."
    },
    footer = {
      "  wordborne search 'lantern AND is:question'",
      "  wordborne search '\"flat white\" OR espresso' --format table --limit 20",
      "  wordborne search lantern --count"
    },
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "In the query language.")
  String query = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many; 0, as if not given, for all.")
  long limit;

  @Mixin PrintOptions options = new PrintOptions();
  @Mixin ConnectionOptions connection = new ConnectionOptions();

  /// Takes the place among the commands. A query may begin with a minus, so what is no option of
  /// ours belongs to it.
  @Spec
  void setSpec(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    if (query.isBlank()) {
      throw new CommandException("the query is empty; write a word, such as: lantern");
    }
    if (limit < 0) {
      throw new CommandException("--limit " + limit + ": a number from 0 is needed");
    }
    options.check(PrintOptions.FORMATS);
    try (ServerConnection server = connection.connect()) {
      options.print(new MentionExport(server, query, limit));
    }
    return 0;
  }
}
