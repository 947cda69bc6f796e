package org.wordborne.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "hook",
    description = "Programs that are told by signed webhooks.",
    footer = {"  wordborne hook add telex https://telex.example/in", "  wordborne hook list"},
    mixinStandardHelpOptions = true,
    subcommands = {HookCommand.Add.class, HookCommand.Listing.class, HookCommand.Remove.class})
final class HookCommand extends CommandGroup {
  @Command(
      name = "add",
      description = "Adds one; prints {\"hook\",\"id\",\"secret\"}, the secret this once.",
      footer = "  wordborne hook add telex https://telex.example/in",
      mixinStandardHelpOptions = true)
  static final class Add extends ServerCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.")
    String name = "";

    @Parameters(index = "1", paramLabel = "URL", description = "Where it listens.")
    String url = "";

    @Override
    void run(ServerConnection server) {
      JsonNode made = server.post("/hooks-out", Map.of("name", name, "url", url));
      JsonNode hook = made.path("hook");
      Lines.print("hook", hook.path("name"), "id", hook.path("id"), "secret", made.path("secret"));
    }
  }

  @Command(
      name = "list",
      description = "Lists them, one a line.",
      footer = "  wordborne hook list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      for (JsonNode hook : server.get("/hooks-out").path("hooks")) {
        Lines.print("hook", hook.path("name"), "id", hook.path("id"), "url", hook.path("url"));
      }
    }
  }

  @Command(
      name = "remove",
      description = "Tells it no more.",
      footer = "  wordborne hook remove telex",
      mixinStandardHelpOptions = true)
  static final class Remove extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      JsonNode hook = Lines.named(server.get("/hooks-out").path("hooks"), name, "webhook");
      server.send("DELETE", "/hooks-out/" + hook.path("id").asString(), null);
      Lines.print("hook", hook.path("name"), "id", hook.path("id"));
    }
  }
}
