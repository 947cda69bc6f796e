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
    description = {
      "Prints all mentions, all people, or all thanks.",
      "Mentions (or posts, which is the same) in the shape of search;",
      "people, those who spoke last first; thanks, the newest first.",
      "All is printed as it came: judge addresses before you link them."
    },
    footer = {
      "  wordborne export mentions > words.jsonl",
      "  wordborne export mentions --query 'is:complaint' --format csv > complaints.csv",
      "  wordborne export people --count"
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHAT", description = "mentions, posts, people or thanks.")
  String what = "";

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "Only what matches; of people, a part of the name.")
  String query = "";

  @Mixin PrintOptions options = new PrintOptions();
  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() throws IOException {
    if (!List.of("mentions", "posts", "people", "thanks").contains(what)) {
      throw new CommandException(
          "export " + what + ": mentions (or posts), people and thanks can be exported");
    }
    boolean words = !what.equals("people") && !what.equals("thanks");
    options.check(words ? PrintOptions.FORMATS : List.of("jsonl", "csv"));
    if (what.equals("thanks") && !query.isEmpty()) {
      throw new CommandException("--query: thanks are printed whole");
    }
    try (ServerConnection server = connection.connect()) {
      options.print(
          switch (what) {
            case "people" -> new PeopleExport(server, query);
            case "thanks" -> new ThanksExport(server);
            default -> new MentionExport(server, query, 0);
          });
    }
    return 0;
  }
}
