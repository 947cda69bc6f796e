package org.wordborne.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = "Tokens for programs.",
    footer = "  wordborne token create reports",
    mixinStandardHelpOptions = true,
    subcommands = TokenCommand.Create.class)
final class TokenCommand extends CommandGroup {
  @Command(
      name = "create",
      description = {
        "Makes a token with all rights and prints it, alone and once.",
        "Programs send it as Authorization: Bearer TOKEN to the API under /api/v1."
      },
      footer = "  wordborne token create reports > token.txt",
      mixinStandardHelpOptions = true)
  static final class Create extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "What the token is for.")
    String name = "";

    @Option(names = "--scope", paramLabel = "SCOPE", hidden = true)
    @Nullable String scope;

    @Override
    public Integer call() {
      if (scope != null) {
        throw new CommandException(
            "--scope " + scope + ": tokens have all rights until scopes arrive in a later version");
      }
      return super.call();
    }

    @Override
    void run(ServerConnection server) {
      System.out.println(server.post("/tokens", Map.of("name", name)).get("token").asString());
    }
  }
}
