package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "campaign",
    description = "Campaigns: what is planned, what is missing, start, draw and end.",
    footer = {
      "  wordborne campaign list",
      "  wordborne campaign check \"Oat Week\" && wordborne campaign start \"Oat Week\""
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      CampaignCommand.Listing.class,
      CampaignCommand.Show.class,
      CampaignCommand.Check.class,
      CampaignCommand.Start.class,
      CampaignCommand.Close.class,
      CampaignCommandPast.class,
      CampaignCommandEntries.class,
      CampaignCommandDraw.class,
      CampaignCommandProof.class,
      CampaignCommandFriends.Seeds.class,
      CampaignCommandFriends.Referral.class
    })
final class CampaignCommand extends CommandGroup {
  static final String CAMPAIGNS = "/campaigns";

  static String path(ServerConnection server, String name) {
    JsonNode known = ServerCommand.named(server, CAMPAIGNS, name);
    return CAMPAIGNS + "/" + known.path("id").asString();
  }

  static void print(JsonNode campaign) {
    Lines.print(
        "campaign",
        campaign.path("name"),
        "id",
        campaign.path("id"),
        "state",
        campaign.path("state"),
        "startsAt",
        campaign.path("startsAt"),
        "endsAt",
        campaign.path("endsAt"),
        "zone",
        campaign.path("zone"));
  }

  @Command(
      name = "list",
      description = {
        "Lists the campaigns, the latest first, one a line.",
        "Prints {\"campaign\",\"id\",\"state\",\"startsAt\"?,\"endsAt\"?,\"zone\"}; state is draft,"
            + " ready,",
        "running or closed."
      },
      footer = "  wordborne campaign list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      server.get(CAMPAIGNS).path("campaigns").forEach(CampaignCommand::print);
    }
  }

  @Command(
      name = "show",
      description = "Prints all of a campaign as one JSON object: brief, times, money, state.",
      footer = "  wordborne campaign show \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Show extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      System.out.println(server.get(path(server, name)));
    }
  }

  @Command(
      name = "check",
      description = {
        "Says whether a campaign may start, and what the law asks of it.",
        "Prints {\"campaign\",\"canStart\",\"lacks\":[{\"code\",\"about\",\"text\"}],\"findings\":[…]}.",
        "It is no legal advice: each finding says where it was read, and a person signs."
      },
      footer = {
        "  wordborne campaign check \"Oat Week\"",
        "  wordborne campaign check \"Oat Week\" && wordborne campaign start \"Oat Week\""
      },
      exitCodeList = {
        "0:It may start.",
        "2:Something is missing, or bad usage: one line on standard error says how much.",
        "1:A fault of ours."
      },
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      try (ServerConnection server = connection.connect()) {
        JsonNode known = ServerCommand.named(server, CAMPAIGNS, name);
        JsonNode law = server.get(path(server, name) + "/law");
        JsonNode check = law.path("check");
        Lines.print(
            "campaign",
            known.path("name"),
            "canStart",
            check.path("canStart"),
            "lacks",
            check.path("lacks"),
            "findings",
            law.path("findings"));
        if (!check.path("canStart").asBoolean()) {
          throw new CommandException(why(known, check.path("lacks").size()));
        }
      }
      return 0;
    }

    private static String why(JsonNode campaign, int lacks) {
      String name = campaign.path("name").asString();
      return lacks == 0
          ? name + " is " + campaign.path("state").asString()
          : name + " cannot start yet; missing: " + lacks;
    }
  }

  @Command(
      name = "start",
      description = {
        "Starts a campaign. Prints {\"campaign\",\"id\",\"state\",…} as list does.",
        "While anything is missing only an owner may, who says in writing why."
      },
      footer = {
        "  wordborne campaign start \"Oat Week\"",
        "  wordborne campaign start \"Oat Week\" --override 'New York told us on the phone it is"
            + " fine'"
      },
      mixinStandardHelpOptions = true)
  static final class Start extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Option(
        names = "--override",
        paramLabel = "REASON",
        description = "Why it starts although something is missing; it is kept in the log.")
    @Nullable String override;

    @Override
    void run(ServerConnection server) {
      Map<String, Object> asked = new LinkedHashMap<>();
      if (override != null) {
        asked.put("override", override);
      }
      print(server.post(path(server, name) + "/start", asked));
    }
  }

  @Command(
      name = "close",
      description = "Ends a campaign that runs. Prints {\"campaign\",\"id\",\"state\",…}.",
      footer = "  wordborne campaign close \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Close extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      print(server.post(path(server, name) + "/close", Map.of()));
    }
  }
}
