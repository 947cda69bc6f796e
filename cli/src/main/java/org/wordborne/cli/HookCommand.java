package org.wordborne.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  static final class Add implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.")
    String name = "";

    @Parameters(index = "1", paramLabel = "URL", description = "Where it listens.")
    String url = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        JsonNode made = server.post("/hooks-out", Map.of("name", name, "url", url));
        JsonNode hook = made.path("hook");
        Lines.print(
            "hook", hook.path("name"), "id", hook.path("id"), "secret", made.path("secret"));
      }
      return 0;
    }
  }

  @Command(
      name = "list",
      description = "Lists them, one a line.",
      footer = "  wordborne hook list",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        for (JsonNode hook : server.get("/hooks-out").path("hooks")) {
          Lines.print("hook", hook.path("name"), "id", hook.path("id"), "url", hook.path("url"));
        }
      }
      return 0;
    }
  }

  @Command(
      name = "remove",
      description = "Tells it no more.",
      footer = "  wordborne hook remove telex",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        JsonNode hook = Lines.named(server.get("/hooks-out").path("hooks"), name, "webhook");
        server.send("DELETE", "/hooks-out/" + hook.path("id").asString(), null);
        Lines.print("hook", hook.path("name"), "id", hook.path("id"));
      }
      return 0;
    }
  }
}
