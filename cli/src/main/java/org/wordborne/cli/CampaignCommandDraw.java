package org.wordborne.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "draw",
    description = {
      "Draws a contest so that anyone can check it.",
      "First the list is sealed; later a number decides that did not exist then.",
      "Each prints {\"campaign\",\"state\",\"entries\",\"root\",\"round\",\"due\",\"seed\",\"winners\",",
      "\"alternates\",\"changes\"}, of which what is not known yet is left out."
    },
    footer = {
      "  wordborne campaign draw seal \"Oat Week\" --draw-at 2026-11-27T19:00:00Z",
      "  wordborne campaign draw run \"Oat Week\"",
      "  wordborne campaign proof \"Oat Week\" > oat-week.proof",
      "  wordborne effect draw verify oat-week.proof"
    },
    exitCodeList = {
      "0:Done.",
      "2:It cannot be done, as before the number is due: one line on standard error says why.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      CampaignCommandDraw.Show.class,
      CampaignCommandDraw.Seal.class,
      CampaignCommandDraw.Run.class,
      CampaignCommandDraw.Beacon.class
    })
final class CampaignCommandDraw extends CommandGroup {

  /// A command about the draw of one campaign.
  abstract static class OfCampaign extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    static String path(JsonNode campaign) {
      return "/campaigns/" + campaign.path("id").asString() + "/draw";
    }

    JsonNode campaign(ServerConnection server) {
      return named(server, "/campaigns", name);
    }

    static void print(JsonNode campaign, JsonNode draw) {
      JsonNode steps = draw.path("steps");
      Lines.print(
          "campaign",
          campaign.path("name"),
          "state",
          draw.path("state"),
          "lacks",
          some(draw.path("lacks")),
          "entries",
          draw.path("entries"),
          "root",
          steps.path(1).path("values").path("root"),
          "round",
          draw.path("beacon").path("round"),
          "due",
          draw.path("beacon").path("due"),
          "trouble",
          draw.path("beacon").path("trouble"),
          "seed",
          steps.path(3).path("values").path("seed"),
          "winners",
          some(draw.path("winners")),
          "alternates",
          some(draw.path("alternates")),
          "changes",
          some(draw.path("changes")));
    }

    private static JsonNode some(JsonNode list) {
      return list.isEmpty() ? ServerConnection.JSON.missingNode() : list;
    }
  }

  @Command(
      name = "show",
      description = "Tells how the draw stands, and what it waits for.",
      footer = "  wordborne campaign draw show \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Show extends OfCampaign {
    @Override
    void run(ServerConnection server) {
      JsonNode campaign = campaign(server);
      print(campaign, server.get(path(campaign)));
    }
  }

  @Command(
      name = "seal",
      description = {
        "Seals the entries: none comes, none changes from now on.",
        "The list's root and the hash of our secret are public at once."
      },
      footer = "  wordborne campaign draw seal \"Oat Week\" --draw-at 2026-11-27T19:00:00Z",
      mixinStandardHelpOptions = true)
  static final class Seal extends OfCampaign {
    @Option(
        names = "--draw-at",
        paramLabel = "TIME",
        description = "When the number is made (default: in ten minutes); at least five from now.")
    @Nullable String drawAt;

    @Override
    void run(ServerConnection server) {
      JsonNode campaign = campaign(server);
      var request = new LinkedHashMap<String, Object>();
      if (drawAt != null) {
        request.put("drawAt", time(drawAt).toString());
      }
      print(campaign, server.post(path(campaign) + "/seal", request));
    }

    private static Instant time(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException odd) {
        throw new CommandException(
            "--draw-at '" + text + "': a time as 2026-11-27T19:00:00Z is needed");
      }
    }
  }

  @Command(
      name = "run",
      description = "Asks the relays for the number and draws; what is drawn stays as it is.",
      footer = "  wordborne campaign draw run \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Run extends OfCampaign {
    @Override
    void run(ServerConnection server) {
      JsonNode campaign = campaign(server);
      print(campaign, server.post(path(campaign) + "/run", Map.of()));
    }
  }

  @Command(
      name = "beacon",
      description = "Takes the number by hand, where no relay can be reached, and draws.",
      footer = "  wordborne campaign draw beacon \"Oat Week\" --round 24880913 --signature 8d61f0…",
      mixinStandardHelpOptions = true)
  static final class Beacon extends OfCampaign {
    @Option(names = "--round", paramLabel = "N", required = true, description = "Which round.")
    long round;

    @Option(
        names = "--signature",
        paramLabel = "HEX",
        required = true,
        description = "Its signature, 96 characters, as a relay gives it.")
    String signature = "";

    @Override
    void run(ServerConnection server) {
      JsonNode campaign = campaign(server);
      var request = Map.<String, Object>of("round", round, "signature", signature);
      print(campaign, server.post(path(campaign) + "/beacon", request));
    }
  }
}
