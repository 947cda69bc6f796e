package org.wordborne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.pack.Pack;
import org.wordborne.server.campaign.pack.PackFinding;
import org.wordborne.server.campaign.pack.PackSource;
import org.wordborne.server.campaign.pack.Packs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "pack",
    description = "What the law asks of a promotion, as data; no server is needed.",
    footer = {
      "  wordborne pack check --facts facts.json --start 2026-12-30",
      "  wordborne pack test my-country.json"
    },
    mixinStandardHelpOptions = true,
    subcommands = {PackCommand.Check.class, PackCommand.Test.class})
final class PackCommand extends CommandGroup {

  @Command(
      name = "check",
      description = {
        "Says what the packs ask of a promotion, a finding a line.",
        "Prints {\"pack\",\"version\",\"rule\",\"level\",\"text\",\"due\"?,\"source\"}; level is block,"
            + " must, warn,",
        "ask or info. What is not known is asked for, never passed over; a place without a pack is",
        "named. It is no legal advice: the source says where it was read, when, and how far to",
        "trust it (A the law's own text, B a law firm or agency, C from memory)."
      },
      footer = {
        "  wordborne pack check --facts facts.json",
        "  wordborne pack check --facts facts.json --pack my-country.json --start 2026-12-30",
        "",
        "  facts.json: {\"selection\": \"chance\", \"audience.regions\": [\"US-NY\"],",
        "               \"prizes.announcedTotal\": \"6000 USD\", \"dates.start\": \"2026-12-30\"}"
      },
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Option(
        names = "--facts",
        required = true,
        paramLabel = "FILE",
        description = "A JSON object of facts by name; - is standard input.")
    String facts = "";

    @Option(
        names = "--pack",
        paramLabel = "FILE",
        description = "A pack to judge by instead of those that come with us; may be repeated.")
    List<String> packs = List.of();

    @Option(
        names = "--start",
        paramLabel = "DATE",
        description = "When it begins; the fact dates.start unless told.")
    @Nullable String start;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      var known = PackFiles.facts(facts);
      var chosen = new ArrayList<Pack>();
      for (String file : packs) {
        chosen.add(PackFiles.pack(file));
      }
      LocalDate day = start == null ? known.day("dates.start").orElse(null) : day(start);
      var judged =
          chosen.isEmpty()
              ? Packs.standard().judge(known, day)
              : chosen.stream().flatMap(pack -> pack.judge(known, day).stream()).toList();
      try (var out = new EngineJson(new PrintWriter(spec.commandLine().getOut(), true))) {
        judged.forEach(finding -> out.write(line(finding)));
      }
      return 0;
    }

    private static LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException wrong) {
        throw new CommandException("--start " + text + ": right is a day, as 2026-12-30");
      }
    }

    private static Map<String, Object> line(PackFinding finding) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("pack", finding.pack());
      line.put("version", finding.version());
      line.put("rule", finding.rule());
      line.put("level", finding.level());
      line.put("text", finding.text().getOrDefault("en", finding.rule()));
      var task = finding.task();
      if (task != null) {
        line.put("task", task.title().getOrDefault("en", ""));
        if (task.due() != null) {
          line.put("due", task.due().toString());
        }
      }
      PackSource source = finding.source();
      if (source != null) {
        line.put("source", source(source));
      }
      return line;
    }

    private static Map<String, Object> source(PackSource source) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("title", source.title());
      line.put("url", source.url());
      line.put("readOn", source.readOn().toString());
      line.put("confidence", source.confidence());
      return line;
    }
  }

  @Command(
      name = "test",
      description = {
        "Reads a pack strictly and runs the tests it brings.",
        "Prints {\"tests\",\"failed\"}, and the first that failed on standard error."
      },
      footer = "  wordborne pack test my-country.json",
      exitCodeList = {
        "0:All tests hold.",
        "2:One failed, or the pack cannot be read: a line on standard error names the rule.",
        "1:A fault of ours."
      },
      mixinStandardHelpOptions = true)
  static final class Test implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The pack; - is standard input.")
    String file = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
      Pack pack = PackFiles.pack(file);
      var failed = pack.failed();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("tests", pack.tests());
      line.put("failed", failed.size());
      try (var out = new EngineJson(new PrintWriter(spec.commandLine().getOut(), true))) {
        out.write(line);
      }
      if (failed.isEmpty()) {
        return 0;
      }
      var first = failed.getFirst();
      throw new CommandException(
          "%s, test %d: expected %s, found %s"
              .formatted(file, first.number(), first.expected(), first.found()));
    }
  }
}
