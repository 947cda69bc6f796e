package org.wordborne.cli;

import java.util.Map;
import org.wordborne.cli.ContestCommand.OfContest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "prize",
    description = {
      "Prizes of a contest, and where each piece of them is.",
      "Prints {\"prize\",\"id\",\"slug\",\"each\",\"pieces\",\"accounts\"} a line; accounts sum to pieces."
    },
    footer = {
      "  wordborne contest prize add \"Oat Week\" 'A mug' --each '6.00 GBP' --pieces 3",
      "  wordborne contest prize list \"Oat Week\""
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ContestCommandPrize.Add.class,
      ContestCommandPrize.Listing.class,
      ContestCommandPrize.Remove.class
    })
final class ContestCommandPrize extends CommandGroup {
  private static final String PRIZES = "/prizes";

  private static void print(JsonNode prize) {
    Lines.print(
        "prize",
        prize.path("name"),
        "id",
        prize.path("id"),
        "slug",
        prize.path("slug"),
        "each",
        prize.path("each"),
        "pieces",
        prize.path("pieces"),
        "accounts",
        prize.path("accounts"));
  }

  @Command(
      name = "add",
      description = "Puts a prize in, before the start; its worth is set aside in the budget.",
      footer = "  wordborne contest prize add \"Oat Week\" 'A mug' --each '6.00 GBP' --pieces 3",
      mixinStandardHelpOptions = true)
  static final class Add extends OfContest {
    @Parameters(index = "1", paramLabel = "PRIZE", description = "What it is.")
    String prize = "";

    @Option(
        names = "--each",
        required = true,
        paramLabel = "AMOUNT",
        description = "What a piece is worth, as '6.00 GBP'.")
    String each = "";

    @Option(
        names = "--pieces",
        defaultValue = "1",
        paramLabel = "N",
        description = "How many there are; 1 if not given.")
    int pieces = 1;

    @Override
    void run(ServerConnection server) {
      Map<String, Object> draft = Map.of("name", prize, "each", each, "pieces", pieces);
      JsonNode all = server.post(path(server) + PRIZES, draft).path("prizes");
      print(all.path(all.size() - 1));
    }
  }

  @Command(
      name = "list",
      description = {
        "Lists the prizes, one a line, or the lines of their ledger.",
        "With --ledger prints {\"at\",\"prize\",\"from\",\"to\",\"amount\",\"why\"}."
      },
      footer = {
        "  wordborne contest prize list \"Oat Week\"",
        "  wordborne contest prize list \"Oat Week\" --ledger"
      },
      mixinStandardHelpOptions = true)
  static final class Listing extends OfContest {
    @Option(names = "--ledger", description = "Every line, in its order.")
    boolean ledger;

    @Override
    void run(ServerConnection server) {
      JsonNode view = server.get(path(server) + PRIZES);
      if (ledger) {
        view.path("lines").forEach(System.out::println);
      } else {
        view.path("prizes").forEach(ContestCommandPrize::print);
      }
    }
  }

  @Command(
      name = "remove",
      description = "Takes a prize out, before the start; prints what it was.",
      footer = "  wordborne contest prize remove \"Oat Week\" 'A mug'",
      mixinStandardHelpOptions = true)
  static final class Remove extends OfContest {
    @Parameters(index = "1", paramLabel = "PRIZE", description = "Its name or id.")
    String prize = "";

    @Override
    void run(ServerConnection server) {
      String path = path(server) + PRIZES;
      JsonNode gone = Lines.named(server.get(path).path("prizes"), prize, "prize");
      server.send("DELETE", path + "/" + gone.path("id").asString(), null);
      Lines.print("prize", gone.path("name"), "id", gone.path("id"));
    }
  }
}
