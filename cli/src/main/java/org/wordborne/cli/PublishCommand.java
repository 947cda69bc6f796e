package org.wordborne.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Posts of our own: planned, approved, and let go by the clock.
@Command(
    name = "publish",
    description = "Posts of our own: planned, approved, and sent at their time.",
    footer = {
      "  wordborne publish add --source Courier --text 'Oat, from today.' --at 2026-11-24T08:00",
      "  wordborne publish list"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      PublishCommand.Add.class,
      PublishCommand.Listing.class,
      PublishCommand.Ask.class,
      PublishCommand.Approve.class,
      PublishCommand.Move.class,
      PublishCommand.Cancel.class,
      PublishCommand.Late.class
    })
final class PublishCommand extends CommandGroup {
  private static final int PAST_DAYS = 60;
  private static final int COMING_DAYS = 300;

  private static void print(JsonNode entry) {
    var variants = ServerConnection.JSON.createArrayNode();
    for (JsonNode one : entry.path("variants")) {
      var line = variants.addObject();
      line.set("source", one.path("sourceName"));
      line.set("state", one.path("state"));
      for (String name : List.of("url", "why", "note", "approvedBy")) {
        if (one.path(name).isString()) {
          line.set(name, one.path(name));
        }
      }
    }
    Lines.print(
        "publication",
        entry.path("id"),
        "title",
        entry.path("title"),
        "at",
        entry.path("local"),
        "zone",
        entry.path("zone"),
        "state",
        entry.path("state"),
        "variants",
        variants,
        "warnings",
        entry.path("warnings"));
  }

  private static JsonNode all(ServerConnection server) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String span =
        "?from="
            + now.minus(PAST_DAYS, ChronoUnit.DAYS)
            + "&to="
            + now.plus(COMING_DAYS, ChronoUnit.DAYS);
    return server.get("/calendar" + span).path("entries");
  }

  @Command(
      name = "add",
      description = {
        "Plans a post with a text for each source; it waits for approval.",
        "Prints {\"publication\",\"title\",\"at\",\"zone\",\"state\",\"variants\":[{\"source\",\"state\"}]}."
      },
      footer = {
        "  wordborne publish add --source Courier --text 'Oat, from today.' --at 2026-11-24T08:00",
        "  wordborne publish add --title 'You asked' --zone Europe/London --at 2026-11-24T08:00 \\",
        "      --source Courier --text 'It took six weeks.' --source Forum --text 'Oat is here.'"
      },
      mixinStandardHelpOptions = true)
  static final class Add extends ServerCommand {
    @Option(
        names = "--source",
        paramLabel = "N",
        required = true,
        description = "Name or id of a source that takes posts; may be repeated.")
    List<String> sources = List.of();

    @Option(
        names = "--text",
        paramLabel = "T",
        required = true,
        description = "The text for the source at the same place; one for each.")
    List<String> texts = List.of();

    @Option(
        names = "--at",
        paramLabel = "TIME",
        required = true,
        description = "Day and time on the clock of the zone, as 2026-11-24T08:00.")
    String at = "";

    @Option(
        names = "--zone",
        paramLabel = "Z",
        description = "Whose clock, as Europe/London (default: this machine's).")
    @Nullable String zone;

    @Option(
        names = "--title",
        paramLabel = "T",
        description = "The post's title (default: the first words of the first text).")
    @Nullable String title;

    @Option(
        names = "--campaign",
        paramLabel = "C",
        description = "Name or id of the campaign it belongs to.")
    @Nullable String campaign;

    @Override
    void run(ServerConnection server) {
      if (sources.size() != texts.size()) {
        throw new CommandException(
            "--text: "
                + texts.size()
                + " given for "
                + sources.size()
                + " sources; each needs one");
      }
      var draft = new LinkedHashMap<String, Object>();
      draft.put("title", title == null ? firstWords(texts.getFirst()) : title);
      draft.put("at", at);
      draft.put("zone", zone == null ? ZoneId.systemDefault().getId() : zone);
      if (campaign != null) {
        JsonNode all = server.get("/campaigns").path("campaigns");
        draft.put("campaign", Lines.named(all, campaign, "campaign").path("id").asString());
      }
      draft.put("variants", variants(server));
      print(server.post("/publications", draft));
    }

    private List<Map<String, String>> variants(ServerConnection server) {
      JsonNode known = server.get("/sources").path("sources");
      var variants = new ArrayList<Map<String, String>>();
      for (int i = 0; i < sources.size(); i++) {
        String id = Lines.named(known, sources.get(i), "source").path("id").asString();
        variants.add(Map.of("source", id, "text", texts.get(i)));
      }
      return variants;
    }

    private static String firstWords(String text) {
      String line = text.strip().lines().findFirst().orElse("");
      return line.length() <= 60 ? line : line.substring(0, 60).replaceFirst("\\s+\\S*$", "");
    }
  }

  @Command(
      name = "list",
      description = "Lists the calendar from 60 days ago to 300 days ahead, one post a line.",
      footer = "  wordborne publish list",
      mixinStandardHelpOptions = true)
  static final class Listing extends ServerCommand {
    @Override
    void run(ServerConnection server) {
      all(server).forEach(PublishCommand::print);
    }
  }

  /// A command about one post, named by its id.
  abstract static class OfOne extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "Id of the post, as publish list prints it.")
    String id = "";

    final JsonNode act(ServerConnection server, String deed, Map<String, ?> body) {
      if (!id.matches("[0-9a-fA-F-]{36}")) {
        throw new CommandException("ID: '" + id + "' is no id; publish list prints them");
      }
      return server.post("/publications/" + id + "/" + deed, body);
    }
  }

  @Command(
      name = "ask",
      description =
          "Makes a link by which a client approves each text; prints {\"publication\",\"link\"}.",
      footer =
          "  wordborne publish ask 01a2018f-888e-7000-97c3-194ee920b7b1 --to tomasz@example.org",
      mixinStandardHelpOptions = true)
  static final class Ask extends OfOne {
    @Option(
        names = "--to",
        paramLabel = "ADDRESS",
        description = "Mail the link there; without it the link is only printed.")
    @Nullable String to;

    @Override
    void run(ServerConnection server) {
      JsonNode made = act(server, "ask", to == null ? Map.of() : Map.of("to", to));
      Lines.print("publication", ServerConnection.JSON.valueToTree(id), "link", made.path("link"));
    }
  }

  @Command(
      name = "approve",
      description = "Approves every text of a post that waits; prints it as publish list does.",
      footer = "  wordborne publish approve 01a2018f-888e-7000-97c3-194ee920b7b1",
      mixinStandardHelpOptions = true)
  static final class Approve extends OfOne {
    @Override
    void run(ServerConnection server) {
      print(act(server, "approve", Map.of()));
    }
  }

  @Command(
      name = "move",
      description = "Gives a post another time; prints it as publish list does.",
      footer =
          "  wordborne publish move 01a2018f-888e-7000-97c3-194ee920b7b1 --at 2026-11-25T08:00",
      mixinStandardHelpOptions = true)
  static final class Move extends OfOne {
    @Option(
        names = "--at",
        paramLabel = "TIME",
        required = true,
        description = "Day and time on the clock of the post's zone, as 2026-11-24T08:00.")
    String at = "";

    @Override
    void run(ServerConnection server) {
      print(act(server, "move", Map.of("at", at)));
    }
  }

  @Command(
      name = "cancel",
      description = "Cancels what was not sent of a post; prints it as publish list does.",
      footer = "  wordborne publish cancel 01a2018f-888e-7000-97c3-194ee920b7b1",
      mixinStandardHelpOptions = true)
  static final class Cancel extends OfOne {
    @Override
    void run(ServerConnection server) {
      print(act(server, "cancel", Map.of()));
    }
  }

  @Command(
      name = "late",
      description = {
        "Sends now the approved texts of a post that are late, were refused, or were lost.",
        "Prints it as publish list does."
      },
      footer = "  wordborne publish late 01a2018f-888e-7000-97c3-194ee920b7b1",
      mixinStandardHelpOptions = true)
  static final class Late extends OfOne {
    @Override
    void run(ServerConnection server) {
      print(act(server, "send-late", Map.of()));
    }
  }
}
