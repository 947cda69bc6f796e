package org.wordborne.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "wish",
    description = "What customers wish for on the public board, and what you answer.",
    footer = {
      "  wordborne wish list",
      "  wordborne wish answer 4 --state planned --text 'From spring on.'",
      "  wordborne wish invite 7 --name 'Harbour Chairs' --mail sales@chairs.example"
    },
    mixinStandardHelpOptions = true,
    subcommands = {WishCommand.Listing.class, WishCommand.Answer.class, WishCommand.Invite.class})
final class WishCommand extends CommandGroup {
  private static final String WISHES = "/wishes";

  private static void print(JsonNode wish) {
    Lines.print(
        "wish",
        wish.path("number"),
        "id",
        wish.path("id"),
        "text",
        wish.path("text"),
        "votes",
        wish.path("votes"),
        "state",
        wish.path("state"),
        "aside",
        wish.path("aside"),
        "answer",
        wish.path("answer"),
        "purchase",
        wish.path("purchase"),
        "sellers",
        wish.path("sellers"),
        "call",
        wish.path("call"));
  }

  /// The wish of that number or id.
  private static String wish(ServerConnection server, String name) {
    for (JsonNode wish : server.get(WISHES).path("wishes")) {
      if (wish.path("id").asString().equals(name)
          || Integer.toString(wish.path("number").asInt()).equals(name)) {
        return WISHES + "/" + wish.path("id").asString();
      }
    }
    throw new CommandException("there is no wish '" + name + "'");
  }

  @Command(
      name = "list",
      description = {
        "Lists the wishes, most wished first, one a line.",
        "Prints {\"wish\",\"id\",\"text\",\"votes\",\"state\",\"aside\",\"answer\",\"purchase\"?,\"sellers\",",
        "\"call\"?}; aside is what was sent faster than people type, and nobody sees;",
        "a call holds no amount before bidding is over."
      },
      footer = "  wordborne wish list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get(WISHES).path("wishes").forEach(WishCommand::print);
    }
  }

  @Command(
      name = "answer",
      description = "Answers a wish for everybody to read, and prints it as wish list does.",
      footer = "  wordborne wish answer 4 --state planned --text 'From spring on.'",
      mixinStandardHelpOptions = true)
  static final class Answer extends ServerCommand {
    @Parameters(paramLabel = "WISH", description = "Number or id of the wish.")
    String name = "";

    @Option(
        names = "--state",
        paramLabel = "WORD",
        required = true,
        description = "heard, planned, offered, done or no.")
    String state = "";

    @Option(names = "--text", paramLabel = "TEXT", required = true, description = "The answer.")
    String text = "";

    @Override
    void run(ServerConnection server) {
      print(server.post(wish(server, name) + "/answer", Map.of("state", state, "text", text)));
    }
  }

  @Command(
      name = "invite",
      description = {
        "Invites a seller to bid for a wish that is a purchase; only the seller is told the link.",
        "Prints the wish as wish list does."
      },
      footer = "  wordborne wish invite 7 --name 'Harbour Chairs' --mail sales@chairs.example",
      mixinStandardHelpOptions = true)
  static final class Invite extends ServerCommand {
    @Parameters(paramLabel = "WISH", description = "Number or id of the wish.")
    String name = "";

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "The seller.")
    String seller = "";

    @Option(names = "--mail", paramLabel = "A", required = true, description = "Its address.")
    String mail = "";

    @Override
    void run(ServerConnection server) {
      print(server.post(wish(server, name) + "/sellers", Map.of("name", seller, "mail", mail)));
    }
  }
}
