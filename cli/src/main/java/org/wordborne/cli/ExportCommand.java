package org.wordborne.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "Prints all there is: mentions (or posts, which is the same).",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHAT", description = "mentions or posts.")
  String what = "";

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv",
      description = "How they are printed (default: jsonl).")
  String format = "jsonl";

  @Option(names = "--query", paramLabel = "QUERY", description = "Only what matches.")
  String query = "";

  @Option(names = "--count", description = "Print {\"count\"} alone.")
  boolean count;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() throws IOException {
    if (!what.equals("mentions") && !what.equals("posts")) {
      throw new CommandException("export " + what + ": mentions (or posts) can be exported");
    }
    try (ServerConnection server = connection.connect()) {
      var all = new MentionExport(server, query, 0);
      if (count) {
        all.count();
      } else {
        all.print(format);
      }
    }
    return 0;
  }
}
