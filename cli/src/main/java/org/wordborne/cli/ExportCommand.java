package org.wordborne.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "Prints all there is: mentions (or posts, which is the same), people, or thanks.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHAT", description = "mentions, posts, people or thanks.")
  String what = "";

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv",
      description = "How they are printed (default: jsonl).")
  String format = "jsonl";

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "Only what matches; of people, a part of the name.")
  String query = "";

  @Option(names = "--count", description = "Print {\"count\"} alone.")
  boolean count;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() throws IOException {
    try (ServerConnection server = server()) {
      if (what.equals("thanks")) {
        thanks(new ThanksExport(server));
      } else if (what.equals("people")) {
        people(new PeopleExport(server, query));
      } else {
        mentions(new MentionExport(server, query, 0));
      }
    }
    return 0;
  }

  private ServerConnection server() {
    if (!List.of("mentions", "posts", "people", "thanks").contains(what)) {
      throw new CommandException(
          "export " + what + ": mentions (or posts), people and thanks can be exported");
    }
    return connection.connect();
  }

  private void mentions(MentionExport all) throws IOException {
    if (count) {
      all.count();
    } else {
      all.print(format);
    }
  }

  private void thanks(ThanksExport all) {
    if (!query.isEmpty()) {
      throw new CommandException("--query: thanks are printed whole");
    }
    if (count) {
      all.count();
    } else {
      all.print(format);
    }
  }

  private void people(PeopleExport all) {
    if (count) {
      all.count();
    } else {
      all.print(format);
    }
  }
}
