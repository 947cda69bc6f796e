package org.wordborne.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "token",
    description = "Tokens for programs.",
    footer = {
      "  wordborne token create reports --scope see,export --days 90",
      "  wordborne token list",
      "  wordborne token revoke reports"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.Listing.class,
      TokenCommand.Revoke.class
    })
final class TokenCommand extends CommandGroup {
  @Command(
      name = "create",
      description = {
        "Makes a token and prints it, alone and once.",
        "Programs send it as Authorization: Bearer TOKEN to the API under /api/v1.",
        "Scopes: see, read, export, answer, listen, campaign, approve, manage, audit, privacy, own,",
        "server. Without any it may do what the role of the workspace's first owner gives, for whom",
        "it acts: all but server."
      },
      footer = "  wordborne token create reports --scope see,export --days 90 > token.txt",
      mixinStandardHelpOptions = true)
  static final class Create extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "What the token is for.")
    String name = "";

    @Option(
        names = "--scope",
        paramLabel = "SCOPE",
        split = ",",
        description = "What it may do; several by commas.")
    @Nullable List<String> scopes;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long it is good (default: until it is revoked).")
    @Nullable Integer days;

    @Override
    void run(ServerConnection server) {
      Map<String, @Nullable Object> wanted = new HashMap<>();
      wanted.put("name", name);
      wanted.put("scopes", scopes);
      wanted.put("days", days);
      System.out.println(server.post("/tokens", wanted).get("token").asString());
    }
  }

  @Command(
      name = "list",
      description = {
        "Prints all tokens, newest first, one a line.",
        "{\"id\",\"name\",\"by\",\"own\",\"scopes\",\"madeAt\",\"lastUsedAt\",\"expiresAt\"}.",
        "Never their text, which is not kept."
      },
      footer = "  wordborne token list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get("/tokens").get("tokens").forEach(System.out::println);
    }
  }

  @Command(
      name = "revoke",
      description = "Ends a token at once; prints {\"token\",\"id\"}.",
      footer = "  wordborne token revoke reports",
      mixinStandardHelpOptions = true)
  static final class Revoke extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Its name, or its id.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      JsonNode token = named(server, "/tokens", name);
      server.send("DELETE", "/tokens/" + token.path("id").asString(), null);
      Lines.print("token", token.path("name"), "id", token.path("id"));
    }
  }
}
