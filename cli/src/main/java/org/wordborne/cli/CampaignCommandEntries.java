package org.wordborne.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "entries",
    description = {
      "Lists the entries of a contest, one a line; nobody's name stands in it.",
      "Prints {\"number\",\"code\",\"way\",\"status\",\"receivedAt\",\"flag\"}.",
      "The flag is open, kept, excluded, sample or left out."
    },
    footer = {
      "  wordborne campaign entries \"Oat Week\"",
      "  wordborne campaign entries \"Oat Week\" --flagged"
    },
    exitCodeList = {
      "0:Done.",
      "2:There is no such campaign, or it has no contest: one line on standard error says so.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class CampaignCommandEntries extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "Name or id of the campaign.")
  String name = "";

  @Option(names = "--flagged", description = "Only those that look odd.")
  boolean flagged;

  @Override
  void run(ServerConnection server) {
    String path =
        "/campaigns/" + named(server, "/campaigns", name).path("id").asString() + "/entries";
    JsonNode page;
    int after = 0;
    do {
      page = server.get(path + "?limit=1000&flagged=" + flagged + "&after=" + after);
      for (JsonNode entry : page.path("entries")) {
        Lines.print(
            "number",
            entry.path("number"),
            "code",
            entry.path("code"),
            "way",
            entry.path("way"),
            "status",
            entry.path("status"),
            "receivedAt",
            entry.path("receivedAt"),
            "flag",
            entry.path("flag"));
      }
      after = page.path("next").asInt(0);
    } while (after > 0);
  }
}
