package org.wordborne.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "source",
    description = "Sources: where talk is heard.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SourceAddCommand.class,
      SourceCommand.Listing.class,
      SourceCommand.Poll.class,
      SourceCommand.Pause.class,
      SourceCommand.Resume.class,
      SourceCommand.Remove.class,
      SourceProposalCommands.Listing.class,
      SourceProposalCommands.Accept.class,
      SourceProposalCommands.Decline.class
    })
final class SourceCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException(
        "source: name what to do: add, list, poll, pause, resume, remove, proposals, accept, decline");
  }

  static void print(JsonNode source) {
    Lines.print(
        "source",
        source.path("name"),
        "id",
        source.path("id"),
        "kind",
        source.path("kind"),
        "detail",
        source.path("detail"),
        "state",
        source.path("state"),
        "lastHeardAt",
        source.path("lastHeardAt"),
        "words24",
        source.path("words24"),
        "error",
        source.path("error").path("what"),
        "webhookUrl",
        source.path("webhookUrl"));
  }

  /// Does one act at a source that is named.
  static JsonNode act(ServerConnection server, String name, String act) {
    JsonNode source = Lines.named(server.get("/sources").path("sources"), name, "source");
    return server.send("POST", "/sources/" + source.path("id").asString() + "/" + act, null);
  }

  @Command(
      name = "list",
      description = "Lists the sources, one a line.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        server.get("/sources").path("sources").forEach(SourceCommand::print);
      }
      return 0;
    }
  }

  @Command(
      name = "poll",
      description = "Asks a source now, and prints how it is then.",
      mixinStandardHelpOptions = true)
  static final class Poll implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Option(
        names = "--allow-private",
        paramLabel = "HOST:PORT",
        description = "A private address it may reach, where no server runs on the folder.")
    List<String> allowPrivate = List.of();

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect(PrivateAddresses.checked(allowPrivate))) {
        JsonNode source = act(server, name, "poll");
        print(source);
        JsonNode error = source.path("error").path("what");
        if (error.isString()) {
          throw new CommandException("source " + name + ": " + error.asString());
        }
      }
      return 0;
    }
  }

  @Command(name = "pause", description = "Lets a source rest.", mixinStandardHelpOptions = true)
  static final class Pause implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        print(act(server, name, "pause"));
      }
      return 0;
    }
  }

  @Command(
      name = "resume",
      description = "Wakes a source that rests.",
      mixinStandardHelpOptions = true)
  static final class Resume implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        print(act(server, name, "resume"));
      }
      return 0;
    }
  }

  @Command(
      name = "remove",
      description = "Removes a source; what it brought stays.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        JsonNode source = Lines.named(server.get("/sources").path("sources"), name, "source");
        server.send("DELETE", "/sources/" + source.path("id").asString(), null);
        Lines.print("source", source.path("name"), "id", source.path("id"));
      }
      return 0;
    }
  }
}
