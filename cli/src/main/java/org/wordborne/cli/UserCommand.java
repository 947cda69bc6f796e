package org.wordborne.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "user",
    description = "Accounts of those who work here.",
    mixinStandardHelpOptions = true,
    subcommands = {UserCommand.Add.class, UserCommand.Listing.class})
final class UserCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException("user: name what to do: add or list");
  }

  @Command(name = "add", description = "Makes an account.", mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "Address to sign in with.")
    String email = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "owner.")
    String role = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What others see.")
    @Nullable String name;

    @Mixin Password password = new Password();
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      if (!role.equals("owner")) {
        throw new CommandException(
            "--role " + role + ": only owner can be given until roles arrive in a later version");
      }
      Map<String, Object> wanted = new HashMap<>();
      wanted.put("email", email);
      wanted.put("password", password.required());
      wanted.put("name", name);
      wanted.put("role", role);
      try (ServerConnection server = connection.connect()) {
        var made = server.post("/members", wanted);
        Lines.print("user", made.path("email"), "id", made.path("id"));
      }
      return 0;
    }
  }

  @Command(name = "list", description = "Prints all accounts.", mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        server.get("/members").get("members").forEach(System.out::println);
      }
      return 0;
    }
  }
}
