package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.cli.ContestCommand.OfContest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Entries of a contest that staff types in, and those that look odd.
final class ContestCommandReview {
  private ContestCommandReview() {}

  /* What belongs together, as a person decides about it: numbers, words, reasons, no name. */
  private static void print(JsonNode review) {
    for (JsonNode component : review.path("components")) {
      Lines.print(
          "flagged",
          component.path("flagged"),
          "reasons",
          component.path("reasons"),
          "texts",
          component.path("texts"),
          "entries",
          component.path("entries"));
    }
  }

  @Command(
      name = "enter",
      description = {
        "Types in an entry that came on a card; prints {\"number\",\"code\",\"receipt\"}.",
        "The receipt is the address of the entrant's own page."
      },
      footer = "  wordborne contest enter \"Oat Week\" --words 'Oat so fair' --by 'Edda Quill'",
      mixinStandardHelpOptions = true)
  static final class Enter extends OfContest {
    @Option(names = "--words", required = true, paramLabel = "T", description = "The answer.")
    String words = "";

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "Whose it is.")
    String by = "";

    @Option(
        names = "--language",
        defaultValue = "en",
        paramLabel = "LANG",
        description = "The language of their page, en or de; en if not given.")
    String language = "en";

    @Override
    void run(ServerConnection server) {
      var card = Map.of("name", by, "words", words, "language", language);
      System.out.println(server.post(path(server) + "/entries", card));
    }
  }

  @Command(
      name = "flags",
      description = {
        "Lists what looks odd and waits for a person, those who belong together on a line.",
        "Prints {\"flagged\",\"reasons\",\"texts\",\"entries\":[{\"number\",\"way\",\"words\",…}]}.",
        "Some that are not flagged stand among them by chance, to see what the flags miss."
      },
      footer = "  wordborne contest flags \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Flags extends OfContest {
    @Override
    void run(ServerConnection server) {
      print(server.get(path(server) + "/fraud"));
    }
  }

  @Command(
      name = "decide",
      description = {
        "Decides about entries that look odd: they stay in, or are excluded with a ground.",
        "Prints what is still to be decided, as flags does."
      },
      footer = {
        "  wordborne contest decide \"Oat Week\" 12 --keep",
        "  wordborne contest decide \"Oat Week\" 41 42 43 --exclude many"
      },
      mixinStandardHelpOptions = true)
  static final class Decide extends OfContest {
    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "NUMBER",
        description = "Numbers of the entries.")
    List<Integer> numbers = List.of();

    @Option(names = "--keep", description = "They stay in.")
    boolean keep;

    @Option(
        names = "--exclude",
        paramLabel = "GROUND",
        description = "Why not: many, robot, not-eligible, not-own, off-topic or rude.")
    @Nullable String exclude;

    @Override
    void check() {
      if (keep == (exclude != null)) {
        throw new CommandException("say either --keep or --exclude GROUND");
      }
    }

    @Override
    void run(ServerConnection server) {
      Map<String, @Nullable Object> decided = new LinkedHashMap<>();
      decided.put("numbers", numbers);
      decided.put("keep", keep);
      decided.put("code", exclude);
      print(server.post(path(server) + "/fraud/decide", decided));
    }
  }
}
