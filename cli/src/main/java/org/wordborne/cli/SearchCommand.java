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
    description = "Prints the mentions that match a query, newest first.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "In the query language.")
  String query = "";

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv|table",
      description = "How they are printed (default: jsonl).")
  String format = "jsonl";

  @Option(names = "--count", description = "Print {\"count\"} alone.")
  boolean count;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many; 0 for all.")
  long limit;

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
    try (ServerConnection server = connection.connect()) {
      var found = new MentionExport(server, query, limit);
      if (count) {
        found.count();
      } else {
        found.print(format);
      }
    }
    return 0;
  }
}
