package org.wordborne.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "past",
    description = {
      "Writes down a campaign that has already run, so that its effect can be measured.",
      "Prints {\"campaign\",\"id\",\"state\",…} as list does."
    },
    footer = {
      "  wordborne campaign past Fern --from 2026-10-04T08:00 --to 2026-10-18T20:00 --zone UTC",
      "      --topic Lantern --spent '240.00 GBP' --hours 12"
    },
    mixinStandardHelpOptions = true)
final class CampaignCommandPast extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "What it was called.")
  String name = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "When it began, on the clock of the place, as 2026-10-04T08:00.")
  String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "When it ended, as --from.")
  String to = "";

  @Option(
      names = "--zone",
      defaultValue = "UTC",
      paramLabel = "ZONE",
      description = "Whose clock that is, as Europe/London; UTC unless told.")
  String zone = "UTC";

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Name or id of a topic it spoke to; may be repeated.")
  List<String> topics = List.of();

  @Option(names = "--spent", paramLabel = "AMOUNT", description = "What it cost, as '240.00 GBP'.")
  @Nullable String spent;

  @Option(names = "--hours", paramLabel = "N", description = "Whole hours of work in it.")
  @Nullable Integer hours;

  @Override
  void run(ServerConnection server) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("name", name);
    asked.put("zone", zone);
    asked.put("startsAt", from);
    asked.put("endsAt", to);
    if (!topics.isEmpty()) {
      JsonNode known = server.get("/topics").path("topics");
      var ids = new ArrayList<String>();
      topics.forEach(topic -> ids.add(Lines.named(known, topic, "topic").path("id").asString()));
      asked.put("topics", ids);
    }
    if (spent != null) {
      asked.put("spent", PackFiles.money(spent));
    }
    if (hours != null) {
      asked.put("hours", hours);
    }
    CampaignCommand.print(server.post("/campaigns/past", asked));
  }
}
