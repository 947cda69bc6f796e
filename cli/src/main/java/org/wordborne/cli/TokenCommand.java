package org.wordborne.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = "Tokens for programs.",
    mixinStandardHelpOptions = true,
    subcommands = TokenCommand.Create.class)
final class TokenCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException("token: name what to do: create");
  }

  @Command(
      name = "create",
      description = "Makes a token with all rights and prints it, once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What the token is for.")
    String name = "";

    @Option(names = "--scope", paramLabel = "SCOPE", hidden = true)
    @Nullable String scope;

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      if (scope != null) {
        throw new CommandException(
            "--scope " + scope + ": tokens have all rights until scopes arrive in a later version");
      }
      try (ServerConnection server = connection.connect()) {
        System.out.println(server.post("/tokens", Map.of("name", name)).get("token").asString());
      }
      return 0;
    }
  }
}
