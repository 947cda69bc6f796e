package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Places nobody listed, which people's links led to: look at them, and decide.
final class SourceProposalCommands {
  private SourceProposalCommands() {}

  /* A proposal is named by its id or its host. */
  private static String id(ServerConnection server, String name) {
    for (JsonNode one : server.get("/sources/proposals").path("proposals")) {
      if (one.path("id").asString("").equals(name) || one.path("host").asString("").equals(name)) {
        return one.path("id").asString();
      }
    }
    throw new CommandException("there is no proposal '" + name + "' that waits for a decision");
  }

  @Command(
      name = "proposals",
      description = "Lists places that are proposed as sources, with the evidence, one a line.",
      footer = "  wordborne source proposals",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      for (JsonNode one : server.get("/sources/proposals").path("proposals")) {
        Lines.print(
            "id",
            one.path("id"),
            "host",
            one.path("host"),
            "url",
            one.path("url"),
            "title",
            one.path("title"),
            "people",
            one.path("people"),
            "candidates",
            one.path("candidates"),
            "evidence",
            one.path("evidence"));
      }
    }
  }

  @Command(
      name = "accept",
      description = "Listens to a proposed place; prints {\"source\",\"id\"}.",
      footer = "  wordborne source accept saltmarsh.example --everything",
      mixinStandardHelpOptions = true)
  static final class Accept implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id or host of the proposal.")
    String proposal = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "Wordpress or feed (default: its first candidate).")
    @Nullable String kind;

    @Option(names = "--username", paramLabel = "U", description = "User name there, to answer.")
    @Nullable String username;

    @Mixin Password password = new Password();

    @Option(names = "--name", paramLabel = "N", description = "What the source is called.")
    @Nullable String name;

    @Option(names = "--everything", description = "Keep all, not only what a topic matches.")
    boolean everything;

    @Option(
        names = "--allow-private",
        paramLabel = "HOST:PORT",
        description = "A private address it may reach, where no server runs on the folder.")
    List<String> allowPrivate = List.of();

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect(PrivateAddresses.checked(allowPrivate))) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("kind", kind);
        draft.put("name", name);
        draft.put("settings", settings());
        draft.put("everything", everything);
        String path = "/sources/proposals/" + id(server, proposal) + "/accept";
        JsonNode made = server.post(path, draft).path("source");
        Lines.print("source", made.path("name"), "id", made.path("id"));
      }
      return 0;
    }

    private Map<String, String> settings() {
      var settings = new LinkedHashMap<String, String>();
      if (username != null) {
        settings.put("username", username);
      }
      String secret = password.orNone();
      if (secret != null) {
        settings.put("password", secret);
      }
      return settings;
    }
  }

  @Command(
      name = "decline",
      description = "Does not listen to a proposed place; prints {\"id\",\"state\"}.",
      footer = "  wordborne source decline saltmarsh.example --always",
      mixinStandardHelpOptions = true)
  static final class Decline extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "Id or host of the proposal.")
    String proposal = "";

    @Option(
        names = "--always",
        description = "Never propose this host again; else it may come when it is linked anew.")
    boolean always;

    @Override
    void run(ServerConnection server) {
      String path = "/sources/proposals/" + id(server, proposal) + "/decline";
      JsonNode told = server.post(path, Map.of("always", always));
      Lines.print("id", told.path("id"), "state", told.path("state"));
    }
  }
}
