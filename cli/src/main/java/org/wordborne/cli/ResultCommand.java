package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "result",
    description = "Results: what was heard, what it cost, what a campaign changed.",
    footer = {
      "  wordborne result show --from 2026-10-01 --to 2026-10-31",
      "  wordborne result effect 'Fern Fortnight'"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ResultCommand.Show.class,
      ResultCommand.Effect.class,
      ResultCommand.Words.class,
      ResultCommand.Pdf.class,
      ResultCommand.Csv.class,
      ResultCommand.Link.class
    })
final class ResultCommand extends CommandGroup {
  /// What results are asked of: days, and a campaign.
  abstract static class Spanned extends ServerCommand {
    @Option(
        names = "--from",
        paramLabel = "DAY",
        description = "First day, as 2026-10-12; absent, four weeks before the last.")
    String from = "";

    @Option(names = "--to", paramLabel = "DAY", description = "Last day; absent, today.")
    String to = "";

    @Option(
        names = "--campaign",
        paramLabel = "NAME",
        description = "Name or id of a campaign; without days, its own.")
    String campaign = "";

    final String query(ServerConnection server, String... more) {
      var parts = new ArrayList<String>();
      add(parts, "from", from);
      add(parts, "to", to);
      add(parts, "campaign", campaign.isEmpty() ? "" : campaign(server, campaign));
      for (int i = 0; i < more.length; i += 2) {
        add(parts, more[i], more[i + 1]);
      }
      return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
      if (!value.isEmpty()) {
        parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  private static String campaign(ServerConnection server, String name) {
    return Lines.named(server.get("/results").path("campaigns"), name, "campaign that runs or ran")
        .path("id")
        .asString();
  }

  private static void effects(JsonNode view) {
    for (JsonNode one : view.path("effects")) {
      JsonNode effect = one.path("effect");
      Lines.print(
          "measure", effect.path("measure"),
          "total", one.path("total"),
          "low", one.path("low"),
          "high", one.path("high"),
          "days", one.path("days"),
          "level", effect.path("level"),
          "aDay", effect.path("effect"),
          "p", effect.path("p"),
          "sure", effect.path("sure"),
          "why", effect.path("why"),
          "method", effect.path("method"),
          "fit", effect.path("fit"),
          "n", effect.path("n"),
          "placebos", effect.path("placebos"),
          "costOfOne", one.path("one"));
    }
  }

  @Command(
      name = "show",
      description = {
        "Prints the figures of a span of days, one a line.",
        "Prints {\"part\",\"figure\",\"value\",\"low\"?,\"high\"?,\"n\"?}; intervals hold nine times in ten."
      },
      footer = {
        "  wordborne result show",
        "  wordborne result show --from 2026-10-12 --to 2026-10-25",
        "  wordborne result show --campaign 'Fern Fortnight'"
      },
      mixinStandardHelpOptions = true)
  static final class Show extends Spanned {
    @Override
    void run(ServerConnection server) {
      JsonNode view = server.get("/results" + query(server));
      for (JsonNode figure : view.path("heard")) {
        line("heard", figure.path("key"), figure.path("value"), figure, figure.path("n"));
      }
      for (JsonNode share : view.path("voice").path("shares")) {
        line("voice", share.path("brand"), share.path("share"), share, share.path("people"));
      }
      JsonNode answered = view.path("answered");
      for (String name : List.of("share", "median", "p90")) {
        JsonNode one = answered.path(name);
        line("answered", text(name), one.path("middle"), one, answered.path("asked"));
      }
      for (String name : List.of("answers", "posts")) {
        JsonNode talk = view.path("talk");
        line("talk", text(name), talk.path(name), talk, talk.path("n"));
      }
      JsonNode came = view.path("came");
      for (String name : List.of("visits", "signUps")) {
        line("came", text(name), came.path(name), came, came.path("n"));
      }
      line(
          "came", text("k"), came.path("k").path("middle"), came.path("k"), came.path("advocates"));
      line("cost", text("together"), view.path("cost").path("whole"), view, view.path("n"));
    }

    private static JsonNode text(String value) {
      return ServerConnection.JSON.valueToTree(value);
    }

    private static void line(
        String part, JsonNode figure, JsonNode value, JsonNode ends, JsonNode n) {
      if (!value.isMissingNode() && !value.isNull()) {
        Lines.print(
            "part",
            text(part),
            "figure",
            figure,
            "value",
            value,
            "low",
            ends.path("low"),
            "high",
            ends.path("high"),
            "n",
            n);
      }
    }
  }

  @Command(
      name = "effect",
      description = {
        "Prints what a campaign changed, a line a measure.",
        "Prints {\"measure\",\"total\"?,\"low\"?,\"high\"?,\"days\",\"level\",\"aDay\"?,\"p\"?,\"sure\",",
        "\"why\",\"method\",\"fit\"?,\"n\",\"placebos\",\"costOfOne\"?};",
        "sure is identified, weak, not-identifiable or not-yet; without an effect, why tells the"
            + " reason."
      },
      footer = "  wordborne result effect 'Fern Fortnight'",
      mixinStandardHelpOptions = true)
  static final class Effect extends ServerCommand {
    @Parameters(paramLabel = "CAMPAIGN", description = "Name or id of the campaign.")
    String name = "";

    @Override
    void run(ServerConnection server) {
      effects(server.get("/results?campaign=" + campaign(server, name)));
    }
  }

  @Command(
      name = "words",
      description = {
        "Prints the words that a figure rests on, in the shape of search.",
        "FIGURE is words, people, glad, first, praise, complaint, views, asked, answered, in-time,",
        "late, unanswered, answers, posts, or voice:BRAND."
      },
      footer = {
        "  wordborne result words people --from 2026-10-12 --to 2026-10-25",
        "  wordborne result words 'voice:The Blue Cup'"
      },
      mixinStandardHelpOptions = true)
  static final class Words extends Spanned {
    @Parameters(paramLabel = "FIGURE", description = "Name of the figure.")
    String figure = "";

    @Override
    void run(ServerConnection server) {
      String next = "";
      do {
        JsonNode page =
            server.get(
                "/results/words" + query(server, "figure", figure, "limit", "100", "cursor", next));
        page.path("mentions").forEach(System.out::println);
        next = page.path("next").isString() ? page.path("next").asString() : "";
      } while (!next.isEmpty());
    }
  }

  private static void keep(ServerConnection server, String path, String file) {
    try (InputStream bytes = server.stream(path)) {
      Files.copy(bytes, Path.of(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandException("--out " + file + ": cannot be written: " + e.getMessage());
    }
  }

  @Command(
      name = "pdf",
      description = "Writes results on paper; prints {\"file\",\"bytes\"}.",
      footer = "  wordborne result pdf --campaign 'Fern Fortnight' --language de --out fern.pdf",
      mixinStandardHelpOptions = true)
  static final class Pdf extends Spanned {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to.")
    String out = "";

    @Option(names = "--language", paramLabel = "CODE", description = "en or de; absent, en.")
    String language = "en";

    @Override
    void run(ServerConnection server) {
      keep(server, "/results.pdf" + query(server, "language", language), out);
      Lines.print(
          "file", ServerConnection.JSON.valueToTree(out),
          "bytes", ServerConnection.JSON.valueToTree(Path.of(out).toFile().length()));
    }
  }

  @Command(
      name = "csv",
      description = {
        "Prints results as a table: part,figure,value,low,high,n,unit,sure,why.",
        "No cell is a formula to a spreadsheet."
      },
      footer = "  wordborne result csv --from 2026-10-01 --to 2026-10-31 > october.csv",
      mixinStandardHelpOptions = true)
  static final class Csv extends Spanned {
    @Override
    void run(ServerConnection server) {
      try (InputStream bytes = server.stream("/results.csv" + query(server))) {
        bytes.transferTo(System.out);
        System.out.flush();
      } catch (IOException e) {
        throw new CommandException("the table broke off: " + e.getMessage());
      }
    }
  }

  @Command(
      name = "link",
      description = {
        "Freezes a report and prints the link for somebody outside, who needs no account.",
        "Prints {\"id\",\"link\",\"until\",\"hash\"}; the link is told this once."
      },
      footer = {"  wordborne result link --campaign 'Fern Fortnight' --days 30"},
      mixinStandardHelpOptions = true)
  static final class Link extends Spanned {
    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long it is open, 1 to 366; absent, 30.")
    int days = 30;

    @Override
    void run(ServerConnection server) {
      Map<String, Object> draft = new LinkedHashMap<>();
      draft.put("days", days);
      if (!from.isEmpty()) {
        draft.put("from", from);
      }
      if (!to.isEmpty()) {
        draft.put("to", to);
      }
      if (!campaign.isEmpty()) {
        draft.put("campaign", campaign(server, campaign));
      }
      JsonNode made = server.post("/reports", draft);
      Lines.print(
          "id", made.path("id"),
          "link", made.path("link"),
          "until", made.path("until"),
          "hash", made.path("hash"));
    }
  }
}
