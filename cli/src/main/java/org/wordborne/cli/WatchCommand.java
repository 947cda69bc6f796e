package org.wordborne.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "watch",
    description = "What wakes people.",
    footer = {
      "  wordborne watch add Rats --to ruth@cafe.example --escalate 5m:members",
      "  wordborne watch try Rats --days 28"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      WatchCommand.Add.class,
      WatchCommand.Listing.class,
      WatchCommand.Remove.class,
      WatchCommand.Test.class,
      WatchCommand.Try.class
    })
final class WatchCommand extends CommandGroup {
  @Command(
      name = "add",
      description = "Adds a rule; prints {\"rule\",\"topic\"}.",
      footer = {
        "  wordborne watch add Rats --to ruth@cafe.example --escalate 5m:members",
        "  wordborne watch add Rats --line 250 --chance 0.2 --to hook:telex"
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", description = "Name or id of the topic.")
    String topic = "";

    @Option(
        names = "--line",
        paramLabel = "N",
        description = "Wake when so many people may come to tell it; else when it bursts.")
    @Nullable Integer line;

    @Option(
        names = "--chance",
        paramLabel = "P",
        description = "With --line: from which chance on (default: 0.2).")
    @Nullable Double chance;

    @Option(
        names = "--to",
        paramLabel = "WHOM",
        description = "Tell at once: an address, hook:NAME, members or hooks. Repeatable.")
    List<String> to = List.of();

    @Option(
        names = "--escalate",
        paramLabel = "TIME:WHOM",
        description = "Tell later unless somebody has it, as 5m:ruth@example.org. Repeatable.")
    List<String> escalate = List.of();

    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
      if (chance != null && line == null) {
        throw new CommandException("--chance needs --line beside it");
      }
      try (ServerConnection server = connection.connect()) {
        JsonNode known = Lines.named(server.get("/topics").path("topics"), topic, "topic");
        var draft = new LinkedHashMap<String, Object>();
        draft.put("topicId", known.path("id").asString());
        draft.put("what", line == null ? "burst" : "pass");
        if (line != null) {
          draft.put("line", line);
        }
        if (chance != null) {
          draft.put("chance", chance);
        }
        draft.put("steps", steps());
        JsonNode rule = server.post("/watch/rules", draft);
        Lines.print("rule", rule.path("id"), "topic", rule.path("topic"));
      }
      return 0;
    }

    private List<Map<String, Object>> steps() {
      var steps = new ArrayList<Map<String, Object>>();
      if (!to.isEmpty()) {
        steps.add(Map.of("afterSeconds", 0, "to", to));
      }
      for (String each : escalate) {
        int colon = each.indexOf(':');
        if (colon < 1) {
          throw new CommandException("--escalate " + each + ": right is TIME:WHOM, as 5m:a@b.org");
        }
        steps.add(
            Map.of(
                "afterSeconds", seconds(each.substring(0, colon)),
                "to", List.of(each.substring(colon + 1))));
      }
      return steps;
    }

    private static long seconds(String time) {
      if (!time.matches("[0-9]{1,6}[smh]")) {
        throw new CommandException("'" + time + "' is no time; right are 30s, 5m and 2h");
      }
      long amount = Long.parseLong(time.substring(0, time.length() - 1));
      return switch (time.charAt(time.length() - 1)) {
        case 's' -> amount;
        case 'm' -> 60 * amount;
        default -> 3_600 * amount;
      };
    }
  }

  @Command(
      name = "list",
      description = "Lists the rules, one a line.",
      footer = "  wordborne watch list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      for (JsonNode rule : server.get("/watch/rules").path("rules")) {
        Lines.print(
            "rule",
            rule.path("id"),
            "topic",
            rule.path("topic"),
            "what",
            rule.path("what"),
            "line",
            rule.path("line"),
            "chance",
            rule.path("chance"),
            "steps",
            rule.path("steps"));
      }
    }
  }

  @Command(
      name = "remove",
      description = "Removes a rule.",
      footer = "  wordborne watch remove 01a2018f-c3c1-7000-9196-747b6c0bcec0",
      mixinStandardHelpOptions = true)
  static final class Remove extends ServerCommand {
    @Parameters(paramLabel = "RULE", description = "Id of the rule.")
    String rule = "";

    @Override
    void run(ServerConnection server) {
      JsonNode known = Lines.named(server.get("/watch/rules").path("rules"), rule, "rule");
      server.send("DELETE", "/watch/rules/" + known.path("id").asString(), null);
      Lines.print("rule", known.path("id"), "topic", known.path("topic"));
    }
  }

  @Command(
      name = "test",
      description = "Sends an alarm that is marked as a test through the steps of a rule.",
      footer = "  wordborne watch test 01a2018f-c3c1-7000-9196-747b6c0bcec0",
      mixinStandardHelpOptions = true)
  static final class Test extends ServerCommand {
    @Parameters(paramLabel = "RULE", description = "Id of the rule.")
    String rule = "";

    @Override
    void run(ServerConnection server) {
      JsonNode known = Lines.named(server.get("/watch/rules").path("rules"), rule, "rule");
      String path = "/watch/rules/" + known.path("id").asString() + "/test";
      JsonNode alarm = server.post(path, Map.of());
      Lines.print("alarm", alarm.path("id"), "title", alarm.path("title"));
    }
  }

  @Command(
      name = "try",
      description = "Says when a burst of a topic would have woken somebody; one a line.",
      footer = "  wordborne watch try Rats --days 28",
      mixinStandardHelpOptions = true)
  static final class Try extends ServerCommand {
    @Parameters(paramLabel = "TOPIC", description = "Name or id of the topic.")
    String topic = "";

    @Option(
        names = "--days",
        paramLabel = "N",
        defaultValue = "28",
        description = "Over how many of the last days, 28 at most (default: 28).")
    int days = 28;

    @Override
    void run(ServerConnection server) {
      JsonNode known = Lines.named(server.get("/topics").path("topics"), topic, "topic");
      var ask = Map.of("topicId", known.path("id").asString(), "days", days);
      for (JsonNode would : server.post("/watch/rules/try", ask).path("would")) {
        Lines.print(
            "at", would.path("at"), "score", would.path("score"), "people", would.path("people"));
      }
    }
  }
}
