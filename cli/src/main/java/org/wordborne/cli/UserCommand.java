package org.wordborne.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "user",
    description = "Accounts of those who work here.",
    footer = {
      "  wordborne user add ruth@example.org --role owner --password-stdin < pw.txt",
      "  wordborne user list"
    },
    mixinStandardHelpOptions = true,
    subcommands = {UserCommand.Add.class, UserCommand.Listing.class})
final class UserCommand extends CommandGroup {
  @Command(
      name = "add",
      description = "Makes an account; prints {\"user\",\"id\"}.",
      footer =
          "  wordborne user add ruth@example.org --role owner --name Ruth --password-stdin < pw.txt",
      mixinStandardHelpOptions = true)
  static final class Add extends ServerCommand {
    @Parameters(paramLabel = "EMAIL", description = "Address to sign in with.")
    String email = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "owner, manager, responder, analyst or client.")
    String role = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What others see.")
    @Nullable String name;

    @Mixin Password password = new Password();

    private final Map<String, @Nullable Object> wanted = new HashMap<>();

    @Override
    public Integer call() {
      wanted.put("password", password.required());
      return super.call();
    }

    @Override
    void run(ServerConnection server) {
      wanted.put("email", email);
      wanted.put("name", name);
      wanted.put("role", role);
      var made = server.post("/members", wanted);
      Lines.print("user", made.path("email"), "id", made.path("id"));
    }
  }

  @Command(
      name = "list",
      description =
          "Prints all accounts, one a line: {\"id\",\"name\",\"email\",\"role\",\"initials\"}.",
      footer = "  wordborne user list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get("/members").get("members").forEach(System.out::println);
    }
  }
}
