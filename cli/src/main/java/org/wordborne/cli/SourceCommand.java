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
    footer = {
      "  wordborne source add feed https://cafe.example/feed --everything",
      "  wordborne source list"
    },
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
final class SourceCommand extends CommandGroup {
  private static final String SOURCES = "/sources";

  private static void print(JsonNode source) {
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

  /// Does one act at a source that is named, and prints how it is then.
  private static JsonNode act(ServerConnection server, String name, String act) {
    JsonNode source = ServerCommand.named(server, SOURCES, name);
    String path = SOURCES + "/" + source.path("id").asString() + "/" + act;
    JsonNode then = server.send("POST", path, null);
    print(then);
    return then;
  }

  @Command(
      name = "list",
      description = {
        "Lists the sources, one a line.",
        "Prints {\"source\",\"id\",\"kind\",\"detail\",\"state\",\"lastHeardAt\"?,\"words24\",\"error\"?,\"webhookUrl\"?};",
        "state is well, slow, deaf or resting."
      },
      footer = "  wordborne source list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get(SOURCES).path("sources").forEach(SourceCommand::print);
    }
  }

  @Command(
      name = "poll",
      description = "Asks a source now, and prints how it is then, as source list does.",
      footer = {
        "  wordborne source poll 'The Courier'",
        "  wordborne source poll Forum --allow-private 10.0.0.7:8000"
      },
      exitCodeList = {
        "0:The source was heard.",
        "2:It could not be heard, or bad usage: one line on standard error says why.",
        "1:A fault of ours."
      },
      mixinStandardHelpOptions = true)
  static final class Poll implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Option(
        names = "--allow-private",
        paramLabel = "HOST:PORT",
        description =
            "A private address it may reach, where no server runs on the folder; may be repeated.")
    List<String> allowPrivate = List.of();

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect(PrivateAddresses.checked(allowPrivate))) {
        JsonNode error = act(server, name, "poll").path("error").path("what");
        if (error.isString()) {
          throw new CommandException("source " + name + ": " + error.asString());
        }
      }
      return 0;
    }
  }

  @Command(
      name = "pause",
      description = "Lets a source rest, and prints how it is then, as source list does.",
      footer = "  wordborne source pause 'The Courier'",
      mixinStandardHelpOptions = true)
  static final class Pause extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      act(server, name, "pause");
    }
  }

  @Command(
      name = "resume",
      description = "Wakes a source that rests, and prints how it is then, as source list does.",
      footer = "  wordborne source resume 'The Courier'",
      mixinStandardHelpOptions = true)
  static final class Resume extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      act(server, name, "resume");
    }
  }

  @Command(
      name = "remove",
      description = "Removes a source; what it brought stays. Prints {\"source\",\"id\"}.",
      footer = "  wordborne source remove 'The Courier'",
      mixinStandardHelpOptions = true)
  static final class Remove extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the source.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      remove(server, SOURCES, name);
    }
  }
}
