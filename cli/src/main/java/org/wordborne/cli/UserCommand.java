package org.wordborne.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "user",
    description = "Accounts of those who work here.",
    footer = {
      "  wordborne user add ruth@example.org --role owner --password-stdin < pw.txt",
      "  wordborne user list",
      "  wordborne user invite --role analyst",
      "  wordborne user role ruth@example.org manager"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Listing.class,
      UserCommand.Invite.class,
      UserCommand.Roles.class,
      UserCommand.Suspend.class,
      UserCommand.Activate.class,
      UserCommand.Remove.class,
      UserCommand.Reset.class,
      UserCommand.Factors.class
    })
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
          "Prints all accounts, one a line: {\"id\",\"name\",\"email\",\"role\",\"state\","
              + "\"initials\"}.",
      footer = "  wordborne user list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get("/members").get("members").forEach(System.out::println);
    }
  }

  @Command(
      name = "invite",
      description =
          "Prints the link of an invitation, alone and once; with --email it goes by mail instead.",
      footer = "  wordborne user invite --role analyst",
      mixinStandardHelpOptions = true)
  static final class Invite extends ServerCommand {
    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "owner, manager, responder, analyst or client.")
    String role = "";

    @Option(
        names = "--email",
        paramLabel = "EMAIL",
        description = "The only address that can accept it.")
    @Nullable String email;

    @Override
    void run(ServerConnection server) {
      Map<String, @Nullable Object> wanted = new HashMap<>();
      wanted.put("role", role);
      wanted.put("email", email);
      JsonNode made = server.post("/invitations", wanted);
      if (email == null) {
        System.out.println(made.path("link").asString());
      } else {
        Lines.print("invited", email, "id", made.path("id"));
      }
    }
  }

  @Command(
      name = "role",
      description = "Gives a member another role; prints {\"user\",\"role\"}.",
      footer = "  wordborne user role ruth@example.org manager",
      mixinStandardHelpOptions = true)
  static final class Roles extends OfMember {
    @Parameters(
        index = "1",
        paramLabel = "ROLE",
        description = "owner, manager, responder, analyst or client.")
    String role = "";

    @Override
    void run(ServerConnection server, String path) {
      JsonNode member = server.send("PATCH", path, Map.of("role", role));
      Lines.print("user", member.path("email"), "role", member.path("role"));
    }
  }

  @Command(
      name = "suspend",
      description = "Shuts a member out until activated; prints {\"user\",\"state\"}.",
      footer = "  wordborne user suspend ruth@example.org",
      mixinStandardHelpOptions = true)
  static final class Suspend extends OfMember {
    @Override
    void run(ServerConnection server, String path) {
      suspend(server, path, true);
    }
  }

  @Command(
      name = "activate",
      description = "Lets a suspended member in again; prints {\"user\",\"state\"}.",
      footer = "  wordborne user activate ruth@example.org",
      mixinStandardHelpOptions = true)
  static final class Activate extends OfMember {
    @Override
    void run(ServerConnection server, String path) {
      suspend(server, path, false);
    }
  }

  @Command(
      name = "remove",
      description = {
        "Takes a member out of the workspace; prints {\"removed\"}.",
        "What they did stays; conversations that were theirs are nobody's."
      },
      footer = "  wordborne user remove ruth@example.org",
      mixinStandardHelpOptions = true)
  static final class Remove extends OfMember {
    @Override
    void run(ServerConnection server, String path) {
      server.send("DELETE", path, null);
      Lines.print("removed", email);
    }
  }

  /// A command about one member, named by address or id.
  abstract static class OfMember extends ServerCommand {
    @Parameters(index = "0", paramLabel = "EMAIL", description = "Their address, or their id.")
    String email = "";

    abstract void run(ServerConnection server, String path);

    @Override
    void run(ServerConnection server) {
      for (JsonNode member : server.get("/members").path("members")) {
        if (member.path("email").asString().equalsIgnoreCase(email)
            || member.path("id").asString().equals(email)) {
          run(server, "/members/" + member.path("id").asString());
          return;
        }
      }
      throw new CommandException("there is no member " + email);
    }

    static void suspend(ServerConnection server, String path, boolean suspended) {
      JsonNode member = server.send("PATCH", path, Map.of("suspended", suspended));
      Lines.print("user", member.path("email"), "state", member.path("state"));
    }
  }

  @Command(
      name = "reset",
      description =
          "Prints a link for a new password: {\"user\",\"link\"}; good once, for 30 minutes.",
      footer = "  wordborne user reset ruth@example.org",
      mixinStandardHelpOptions = true)
  static final class Reset extends ServerCommand {
    @Parameters(paramLabel = "EMAIL", description = "The address of the account.")
    String email = "";

    @Option(
        names = "--end-all",
        description = "Ends its sessions and tokens now, since somebody else got in.")
    boolean endAll;

    @Override
    void run(ServerConnection server) {
      var made = server.post("/server/accounts/reset", Map.of("email", email, "endAll", endAll));
      Lines.print("user", email, "link", made.path("link"));
    }
  }

  @Command(
      name = "factors",
      description = "Second factors of accounts.",
      footer = "  wordborne user factors clear ruth@example.org",
      mixinStandardHelpOptions = true,
      subcommands = Factors.Clear.class)
  static final class Factors extends CommandGroup {
    @Command(
        name = "clear",
        description = {
          "Takes an account's second factors away, for somebody who lost them.",
          "Prints {\"user\",\"factors\"}. Their sessions end, their password stays."
        },
        footer = "  wordborne user factors clear ruth@example.org",
        mixinStandardHelpOptions = true)
    static final class Clear extends ServerCommand {
      @Parameters(paramLabel = "EMAIL", description = "The address of the account.")
      String email = "";

      @Override
      void run(ServerConnection server) {
        server.post("/server/accounts/factors/clear", Map.of("email", email));
        Lines.print("user", email, "factors", "cleared");
      }
    }
  }
}
