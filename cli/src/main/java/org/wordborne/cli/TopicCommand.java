package org.wordborne.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "topic",
    description = "Topics: which talk is kept.",
    footer = {"  wordborne topic add 'The Lantern' 'lantern OR laterne'", "  wordborne topic list"},
    mixinStandardHelpOptions = true,
    subcommands = {TopicCommand.Add.class, TopicCommand.Listing.class, TopicCommand.Remove.class})
final class TopicCommand extends CommandGroup {
  private static final String TOPICS = "/topics";

  @Command(
      name = "add",
      description = "Adds a topic; prints {\"topic\",\"id\"}.",
      footer = {
        "  wordborne topic add 'The Lantern' 'lantern OR laterne'",
        "  wordborne topic add Coffee 'coffee NEAR/5 alderwick' --never jobs,coupons --hide reposts"
      },
      mixinStandardHelpOptions = true)
  static final class Add extends ServerCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the topic is called.")
    String name = "";

    @Parameters(
        index = "1",
        paramLabel = "QUERY",
        description = "What it means, in the query language (docs/query.md).")
    String query = "";

    @Option(
        names = "--never",
        split = ",",
        paramLabel = "PRESET",
        description = "Never collect: jobs, coupons, surveys, own.")
    List<String> never = List.of();

    @Option(
        names = "--hide",
        split = ",",
        paramLabel = "PRESET",
        description = "Keep, but hide: reposts, spam, own.")
    List<String> hide = List.of();

    @Override
    void run(ServerConnection server) {
      var draft = Map.of("name", name, "query", query, "never", never, "hide", hide);
      JsonNode topic = server.post(TOPICS, draft);
      Lines.print("topic", topic.path("name"), "id", topic.path("id"));
    }
  }

  @Command(
      name = "list",
      description = {
        "Lists the topics, one a line.",
        "Prints {\"topic\",\"id\",\"query\",\"words7d\",\"people7d\"}, the words and people of the last seven days."
      },
      footer = "  wordborne topic list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      for (JsonNode topic : server.get(TOPICS).path("topics")) {
        Lines.print(
            "topic",
            topic.path("name"),
            "id",
            topic.path("id"),
            "query",
            topic.path("query"),
            "words7d",
            topic.path("words7d"),
            "people7d",
            topic.path("people7d"));
      }
    }
  }

  @Command(
      name = "remove",
      description = "Removes a topic; what it brought stays. Prints {\"topic\",\"id\"}.",
      footer = "  wordborne topic remove 'The Lantern'",
      mixinStandardHelpOptions = true)
  static final class Remove extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the topic.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      remove(server, TOPICS, name);
    }
  }
}
