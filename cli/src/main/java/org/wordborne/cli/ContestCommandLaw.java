package org.wordborne.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.cli.ContestCommand.OfContest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// What the law asks of a contest: facts, tasks, rules, and who signs.
final class ContestCommandLaw {
  private ContestCommandLaw() {}

  private static void printFacts(JsonNode law) {
    JsonNode check = law.path("check");
    Lines.print(
        "facts",
        law.path("facts"),
        "canStart",
        check.path("canStart"),
        "lacks",
        check.path("lacks").size() == 0
            ? ServerConnection.JSON.missingNode()
            : check.path("lacks"));
  }

  @Command(
      name = "facts",
      description = {
        "Answers what the law asks, and says what is still missing.",
        "Prints {\"facts\",\"canStart\",\"lacks\"}; an empty value takes a fact away.",
        "Prizes, places, ways and times are known from the contest and not typed."
      },
      footer = {
        "  wordborne contest facts \"Oat Week\"",
        "  wordborne contest facts \"Oat Week\" selection=chance 'entry.cost=0 GBP' \\",
        "      audience.children=false"
      },
      mixinStandardHelpOptions = true)
  static final class Facts extends OfContest {
    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "FACT=VALUE",
        description = "A fact and its answer; more words or places by commas.")
    List<String> given = List.of();

    @Override
    void check() {
      ContestCommand.pairs(given);
    }

    @Override
    void run(ServerConnection server) {
      var pairs = ContestCommand.pairs(given);
      String path = path(server);
      if (pairs.isEmpty()) {
        printFacts(server.get(path + "/law"));
        return;
      }
      var kinds = new HashMap<String, String>();
      for (JsonNode fact : server.get("/campaigns/facts").path("facts")) {
        kinds.put(fact.path("name").asString(), fact.path("kind").asString());
      }
      var facts = new LinkedHashMap<String, @Nullable Object>();
      pairs.forEach((fact, value) -> facts.put(fact, value(kinds.getOrDefault(fact, ""), value)));
      printFacts(server.post(path + "/facts", Map.of("facts", facts)));
    }

    /* What does not look like its kind goes as it is: the server says what would be right. */
    private static @Nullable Object value(String kind, String text) {
      if (text.isEmpty()) {
        return null;
      }
      return switch (kind) {
        case "WORDS", "PLACES" -> ContestCommand.list(text);
        case "YES_NO" -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
        case "COUNT" -> text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
        default -> text;
      };
    }
  }

  @Command(
      name = "tasks",
      description = {
        "Lists what has to be done, one a line, or enters that a task was done.",
        "Prints {\"task\",\"rule\",\"title\",\"due\",\"beforeStart\",\"must\",\"evidence\",\"doneOn\","
            + "\"late\"}."
      },
      footer = {
        "  wordborne contest tasks \"Oat Week\"",
        "  wordborne contest tasks \"Oat Week\" --done US-NY/ny-file --on 2026-11-20 \\",
        "      --evidence 'receipt 4711'"
      },
      mixinStandardHelpOptions = true)
  static final class Tasks extends OfContest {
    @Option(
        names = "--done",
        paramLabel = "TASK",
        description = "Which was done: its id or its rule.")
    @Nullable String done;

    @Option(names = "--evidence", paramLabel = "T", description = "What shows that it was done.")
    @Nullable String evidence;

    @Option(names = "--on", paramLabel = "DAY", description = "When it was done, as 2026-11-20.")
    @Nullable String on;

    @Override
    void check() {
      if (done == null && (evidence != null || on != null)) {
        throw new CommandException("--evidence and --on need --done beside them");
      }
    }

    @Override
    void run(ServerConnection server) {
      String path = path(server);
      JsonNode law = server.get(path + "/law");
      if (done != null) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("evidence", evidence);
        shown.put("doneOn", on);
        law = server.post(path + "/tasks/" + task(law, done) + "/evidence", shown);
      }
      law.path("tasks").forEach(Tasks::print);
    }

    private static String task(JsonNode law, String wanted) {
      for (JsonNode task : law.path("tasks")) {
        if (task.path("id").asString().equals(wanted)
            || task.path("fromRule").asString().equals(wanted)) {
          return task.path("id").asString();
        }
      }
      throw new CommandException("there is no task '" + wanted + "'");
    }

    private static void print(JsonNode task) {
      Lines.print(
          "task",
          task.path("id"),
          "rule",
          task.path("fromRule"),
          "title",
          task.path("title").path("en"),
          "due",
          task.path("due"),
          "beforeStart",
          task.path("beforeStart"),
          "must",
          task.path("must"),
          "evidence",
          task.path("evidence"),
          "doneOn",
          task.path("doneOn"),
          "late",
          task.path("late"));
    }
  }

  @Command(
      name = "rules",
      description = {
        "Lists the versions of the official rules, writes the next, or prints one as text.",
        "Prints {\"version\",\"language\",\"hash\",\"madeAt\"} a line, the newest first."
      },
      footer = {
        "  wordborne contest rules \"Oat Week\" --write en,de",
        "  wordborne contest rules \"Oat Week\" --text 1 --language de"
      },
      mixinStandardHelpOptions = true)
  static final class Rules extends OfContest {
    @Option(
        names = "--write",
        paramLabel = "LANG,…",
        description = "Writes them in these languages, en and de.")
    @Nullable String write;

    @Option(names = "--text", paramLabel = "N", description = "Prints that version as text.")
    @Nullable Integer text;

    @Option(
        names = "--language",
        defaultValue = "en",
        paramLabel = "LANG",
        description = "In which language --text prints; en if not given.")
    String language = "en";

    @Override
    void check() {
      if (text != null && write != null) {
        throw new CommandException("--write and --text do not go together");
      }
    }

    @Override
    void run(ServerConnection server) {
      String path = path(server);
      if (text != null) {
        String query = "?language=" + URLEncoder.encode(language, UTF_8);
        System.out.println(server.get(path + "/rules/" + text + query).path("text").asString());
        return;
      }
      JsonNode law =
          write == null
              ? server.get(path + "/law")
              : server.post(path + "/rules", Map.of("languages", ContestCommand.list(write)));
      law.path("rules").forEach(System.out::println);
    }
  }

  @Command(
      name = "sign",
      description = {
        "Signs law, facts and rules as they are; any change afterwards makes it void.",
        "Prints {\"name\",\"capacity\",\"regions\",\"hash\",\"at\",\"holds\",\"canStart\"}."
      },
      footer = {
        "  wordborne contest sign \"Oat Week\" --by 'R. Hale' --capacity solicitor",
        "  wordborne contest sign \"Oat Week\" --by 'R. Hale' --capacity solicitor --for FR"
      },
      mixinStandardHelpOptions = true)
  static final class Sign extends OfContest {
    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "Who signs.")
    String by = "";

    @Option(
        names = "--capacity",
        required = true,
        paramLabel = "WHAT",
        description = "As what, as solicitor or owner.")
    String capacity = "";

    @Option(
        names = "--for",
        paramLabel = "PLACE",
        description = "A place without a pack for which it is given; may be repeated.")
    List<String> places = List.of();

    @Override
    void run(ServerConnection server) {
      var asked = Map.of("name", by, "capacity", capacity, "regions", places);
      JsonNode law = server.post(path(server) + "/sign-off", asked);
      JsonNode signed = law.path("signOff");
      Lines.print(
          "name",
          signed.path("name"),
          "capacity",
          signed.path("capacity"),
          "regions",
          signed.path("regions"),
          "hash",
          signed.path("hash"),
          "at",
          signed.path("at"),
          "holds",
          signed.path("holds"),
          "canStart",
          law.path("check").path("canStart"));
    }
  }
}
