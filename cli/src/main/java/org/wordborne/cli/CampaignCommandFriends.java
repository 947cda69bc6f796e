package org.wordborne.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Who is asked to hear of a campaign first, and who brings friends.
final class CampaignCommandFriends {
  private CampaignCommandFriends() {}

  @Command(
      name = "seeds",
      description = {
        "Lists whom a campaign asks first, one plan a line; the newest twenty plans are looked at.",
        "Prints {\"plan\",\"madeAt\",\"madeBy\",\"topic\",\"people\",\"heldBack\",\"lot\","
            + "\"reach\",\"of\",\"total\"}."
      },
      footer = "  wordborne campaign seeds \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Seeds extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      String id = named(server, CampaignCommand.CAMPAIGNS, name).path("id").asString();
      for (JsonNode plan : server.get("/seeds").path("plans")) {
        if (plan.path("campaignId").asString("").equals(id)) {
          Lines.print(
              "plan",
              plan.path("id"),
              "madeAt",
              plan.path("madeAt"),
              "madeBy",
              plan.path("madeBy"),
              "topic",
              plan.path("topic"),
              "people",
              plan.path("people"),
              "heldBack",
              plan.path("heldBack"),
              "lot",
              plan.path("lot"),
              "reach",
              plan.path("reach"),
              "of",
              plan.path("of"),
              "total",
              plan.path("total"));
        }
      }
    }
  }

  @Command(
      name = "referral",
      description = {
        "Prints a campaign's programme for telling friends as one JSON object.",
        "In it: its page, how many joined, whom a link brought, rewards and where they are, k."
      },
      footer = "  wordborne campaign referral \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Referral extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      String path = CampaignCommand.path(server, name) + "/referral";
      System.out.println(there(server, path, "'" + name + "' lets nobody tell friends yet"));
    }
  }
}
