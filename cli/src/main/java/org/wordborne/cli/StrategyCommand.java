package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "strategy",
    description = "What you set out to do, held against what people say.",
    footer = {
      "  wordborne strategy write aim 'More drinks without dairy'",
      "  wordborne strategy show --look",
      "  wordborne strategy decide 'oat milk' yes --reason 'We can' --again 2027-01-18"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      StrategyCommand.Show.class,
      StrategyCommand.Write.class,
      StrategyCommand.Decide.class,
      StrategyCommand.Campaign.class
    })
final class StrategyCommand extends CommandGroup {
  private static final String STRATEGY = "/strategy";

  /// The theme of that name or id.
  private static String theme(ServerConnection server, String name) {
    JsonNode themes = server.get(STRATEGY).path("themes");
    return STRATEGY + "/themes/" + Lines.named(themes, name, "theme").path("id").asString();
  }

  @Command(
      name = "show",
      description = {
        "Prints how far you are in tune, then a line for each theme.",
        "Prints {\"persons\"?,\"posts\"?,\"agreement\"?,\"why\"?,\"reconsider\"?}, then",
        "{\"theme\",\"id\",\"verdict\",\"because\",\"persons\"?,\"say\"?,\"they\"?,\"together\"?,\"course\"?,\"words\"}.",
        "Of fewer than 25 people there are words and no figure."
      },
      footer = {"  wordborne strategy show", "  wordborne strategy show --look"},
      mixinStandardHelpOptions = true)
  static final class Show extends ServerCommand {
    @Option(names = "--look", description = "Look through the talk first: propose what stands out.")
    boolean look;

    @Override
    void run(ServerConnection server) {
      JsonNode view = look ? server.post(STRATEGY + "/look", Map.of()) : server.get(STRATEGY);
      Lines.print(
          "persons",
          view.path("persons"),
          "posts",
          view.path("posts"),
          "agreement",
          view.path("agreement"),
          "why",
          view.path("whyNone"),
          "reconsider",
          view.path("reconsider"));
      view.path("themes").forEach(Show::print);
    }

    private static void print(JsonNode theme) {
      var because = ServerConnection.JSON.createArrayNode();
      theme.path("verdict").path("because").forEach(one -> because.add(one.path("text")));
      var words = ServerConnection.JSON.createArrayNode();
      theme.path("voices").forEach(one -> words.add(one.path("text")));
      Lines.print(
          "theme",
          theme.path("name"),
          "id",
          theme.path("id"),
          "verdict",
          theme.path("verdict").path("word"),
          "because",
          because,
          "persons",
          theme.path("persons"),
          "say",
          theme.path("say"),
          "they",
          theme.path("they"),
          "together",
          theme.path("together"),
          "course",
          theme.path("course").path("word"),
          "words",
          words);
    }
  }

  @Command(
      name = "write",
      description = {
        "Writes down what you set out to do. KIND is aim, promise, competence, refusal or spend.",
        "Prints {\"id\",\"kind\",\"text\"}."
      },
      footer = {
        "  wordborne strategy write refusal 'No delivery: a cup is for here'",
        "  wordborne strategy write spend 'Leaflets about growers' --about 'beans OR growers' \\",
        "      --amount '400.00 GBP'"
      },
      mixinStandardHelpOptions = true)
  static final class Write extends ServerCommand {
    @Parameters(index = "0", paramLabel = "KIND", description = "What it is.")
    String kind = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "It, in one sentence.")
    String text = "";

    @Option(names = "--about", paramLabel = "QUERY", description = "What it is about.")
    @Nullable String about;

    @Option(names = "--amount", paramLabel = "MONEY", description = "What is spent, for a spend.")
    @Nullable String amount;

    @Override
    void run(ServerConnection server) {
      var draft = new LinkedHashMap<String, Object>();
      draft.put("kind", kind);
      draft.put("text", text);
      if (about != null) {
        draft.put("query", about);
      }
      if (amount != null) {
        draft.put("amount", amount);
      }
      JsonNode made = server.post(STRATEGY + "/statements", draft);
      Lines.print("id", made.path("id"), "kind", made.path("kind"), "text", made.path("text"));
    }
  }

  @Command(
      name = "decide",
      description = {
        "Decides about a theme; the decision comes back on its day. ANSWER is yes, no or later.",
        "Prints {\"decision\",\"theme\",\"verdict\",\"answer\",\"againOn\"}."
      },
      footer = {
        "  wordborne strategy decide 'oat milk' no --reason 'Two litres a day wasted' \\",
        "      --again 2027-01-18",
        "  wordborne strategy decide 'oat milk' yes --reason 'We can' --again 2027-01-18 \\",
        "      --public 'Oat milk is here from the 18th.'"
      },
      mixinStandardHelpOptions = true)
  static final class Decide extends ServerCommand {
    @Parameters(index = "0", paramLabel = "THEME", description = "Name or id of the theme.")
    String theme = "";

    @Parameters(index = "1", paramLabel = "ANSWER", description = "yes, no or later.")
    String answer = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
    String reason = "";

    @Option(
        names = "--again",
        paramLabel = "DATE",
        required = true,
        description = "When to look at it again, as 2027-01-18.")
    String again = "";

    @Option(
        names = "--verdict",
        paramLabel = "WORD",
        description = "fits, conflicts or beyond; left out, what was proposed.")
    @Nullable String verdict;

    @Option(
        names = "--public",
        paramLabel = "TEXT",
        description = "What the people may read that you did.")
    @Nullable String told;

    @Override
    void run(ServerConnection server) {
      var draft = new LinkedHashMap<String, Object>();
      draft.put("answer", answer);
      draft.put("reason", reason);
      draft.put("againOn", again);
      if (verdict != null) {
        draft.put("verdict", verdict);
      }
      if (told != null) {
        draft.put("open", true);
        draft.put("did", told);
      }
      JsonNode made = server.post(theme(server, theme) + "/decide", draft);
      Lines.print(
          "decision",
          made.path("id"),
          "theme",
          made.path("name"),
          "verdict",
          made.path("verdict"),
          "answer",
          made.path("answer"),
          "againOn",
          made.path("againOn"));
    }
  }

  @Command(
      name = "campaign",
      description = {
        "Makes a theme that fits a campaign: its brief begins with what people say.",
        "Prints {\"campaign\"}, the campaign's id; the same one for the same theme."
      },
      footer = "  wordborne strategy campaign 'oat milk'",
      mixinStandardHelpOptions = true)
  static final class Campaign extends ServerCommand {
    @Parameters(paramLabel = "THEME", description = "Name or id of the theme.")
    String theme = "";

    @Override
    void run(ServerConnection server) {
      JsonNode made = server.post(theme(server, theme) + "/campaign", Map.of());
      Lines.print("campaign", made.path("campaign"));
    }
  }
}
