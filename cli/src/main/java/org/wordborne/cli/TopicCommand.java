package org.wordborne.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "topic",
    description = "Topics: which talk is kept.",
    mixinStandardHelpOptions = true,
    subcommands = {TopicCommand.Add.class, TopicCommand.Listing.class, TopicCommand.Remove.class})
final class TopicCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException("topic: name what to do: add, list or remove");
  }

  @Command(
      name = "add",
      description = "Adds a topic; prints {\"topic\",\"id\"}.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the topic is called.")
    String name = "";

    @Parameters(index = "1", paramLabel = "QUERY", description = "In the query language.")
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

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        var draft = Map.of("name", name, "query", query, "never", never, "hide", hide);
        JsonNode topic = server.post("/topics", draft);
        Lines.print("topic", topic.path("name"), "id", topic.path("id"));
      }
      return 0;
    }
  }

  @Command(
      name = "list",
      description = "Lists the topics, one a line.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        for (JsonNode topic : server.get("/topics").path("topics")) {
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
      return 0;
    }
  }

  @Command(
      name = "remove",
      description = "Removes a topic; what it brought stays.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the topic.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        JsonNode topic = Lines.named(server.get("/topics").path("topics"), name, "topic");
        server.send("DELETE", "/topics/" + topic.path("id").asString(), null);
        Lines.print("topic", topic.path("name"), "id", topic.path("id"));
      }
      return 0;
    }
  }
}
