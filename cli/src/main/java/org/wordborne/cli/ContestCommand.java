package org.wordborne.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "contest",
    description = {
      "Contests of a campaign: law, prizes, entries, claims and appeals.",
      "Start, seal and draw are commands of the campaign: campaign start, campaign draw."
    },
    footer = {
      "  wordborne contest set \"Oat Week\" --question 'What would you name it?' --tag OatWeek",
      "  wordborne contest prize add \"Oat Week\" 'A mug' --each '6.00 GBP' --pieces 3",
      "  wordborne contest rules \"Oat Week\" --write en,de",
      "  wordborne contest flags \"Oat Week\""
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ContestCommand.Show.class,
      ContestCommand.SetUp.class,
      ContestCommandPrize.class,
      ContestCommandLaw.Facts.class,
      ContestCommandLaw.Tasks.class,
      ContestCommandLaw.Rules.class,
      ContestCommandLaw.Sign.class,
      ContestCommandReview.Enter.class,
      ContestCommandReview.Flags.class,
      ContestCommandReview.Decide.class,
      ContestCommandClaims.Claims.class,
      ContestCommandClaims.Step.class,
      ContestCommandClaims.Appeals.class,
      ContestCommandClaims.Answer.class,
      ContestCommand.Log.class
    })
final class ContestCommand extends CommandGroup {

  /// A command about the contest of one campaign.
  abstract static class OfContest extends ServerCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name or id of the campaign.")
    String name = "";

    /// Where the API has the campaign.
    String path(ServerConnection server) {
      return CampaignCommand.path(server, name);
    }
  }

  /// What stands between commas.
  static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  @Command(
      name = "show",
      description = {
        "Prints a contest as one JSON object.",
        "In it: state (waiting, open, closed, sealed, drawn), times, form, how many entered."
      },
      footer = "  wordborne contest show \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Show extends OfContest {
    @Override
    void run(ServerConnection server) {
      String lack = "'" + name + "' has no contest yet; 'wordborne contest set' makes one";
      System.out.println(there(server, path(server) + "/contest", lack));
    }
  }

  @Command(
      name = "set",
      description = {
        "Makes a campaign's contest, or changes it before the start; prints it as show does.",
        "What is left out stays as it is, or as is usual."
      },
      footer = {
        "  wordborne contest set \"Oat Week\" --question 'What would you name it?' --tag OatWeek",
        "  wordborne contest set \"Oat Week\" --closes 2026-11-27T18:00 --places GB,US-NY"
      },
      mixinStandardHelpOptions = true)
  static final class SetUp extends OfContest {
    @Option(names = "--question", paramLabel = "T", description = "What is asked.")
    @Nullable String question;

    @Option(names = "--tag", paramLabel = "TAG", description = "Its hashtag.")
    @Nullable String tag;

    @Option(
        names = "--opens",
        paramLabel = "TIME",
        description = "On the campaign's clock, as 2026-11-20T09:00; its start if not given.")
    @Nullable String opens;

    @Option(
        names = "--closes",
        paramLabel = "TIME",
        description = "As --opens; the campaign's end if not given.")
    @Nullable String closes;

    @Option(
        names = "--places",
        paramLabel = "P,…",
        description = "Where entrants live, as GB,US-NY; anywhere if not given.")
    @Nullable String places;

    @Option(names = "--min-age", paramLabel = "N", description = "The least age; 16 is usual.")
    @Nullable Integer minAge;

    @Option(names = "--each", paramLabel = "N", description = "Entries a person; 1 is usual.")
    @Nullable Integer perPerson;

    @Option(
        names = "--by-form",
        arity = "1",
        paramLabel = "true|false",
        description = "Whether there is a form.")
    @Nullable Boolean byForm;

    @Option(
        names = "--by-post",
        arity = "1",
        paramLabel = "true|false",
        description = "Whether posts with the hashtag enter.")
    @Nullable Boolean byPost;

    @Option(
        names = "--friends",
        paramLabel = "N",
        description = "How many chances more friends may bring; 0 is usual.")
    @Nullable Integer friends;

    @Option(names = "--alternates", paramLabel = "N", description = "How many stand by; 5.")
    @Nullable Integer alternates;

    @Option(names = "--claim-days", paramLabel = "N", description = "Days to claim; 14.")
    @Nullable Integer claimDays;

    @Option(names = "--appeal-days", paramLabel = "N", description = "Days to appeal; 7.")
    @Nullable Integer appealDays;

    @Override
    void run(ServerConnection server) {
      Map<String, @Nullable Object> given = new LinkedHashMap<>();
      given.put("question", question);
      given.put("tag", tag);
      given.put("opensAt", opens);
      given.put("closesAt", closes);
      given.put("regions", places == null ? null : list(places));
      given.put("minAge", minAge);
      given.put("perPerson", perPerson);
      given.put("byForm", byForm);
      given.put("byPost", byPost);
      given.put("referralChances", friends);
      given.put("alternates", alternates);
      given.put("claimDays", claimDays);
      given.put("appealDays", appealDays);
      System.out.println(server.send("PUT", path(server) + "/contest", given));
    }
  }

  @Command(
      name = "log",
      description = {
        "Prints the log of a contest, one step a line, each with the hash of the one before.",
        "Prints {\"number\",\"at\",\"by\",\"deed\",\"facts\",\"hash\",\"signature\"}."
      },
      footer = {
        "  wordborne contest log \"Oat Week\"",
        "  wordborne contest log \"Oat Week\" --file > oat-log.json"
      },
      exitCodeList = {
        "0:Every line follows from the one before.",
        "2:One does not, or bad usage: one line on standard error says so.",
        "1:A fault of ours."
      },
      mixinStandardHelpOptions = true)
  static final class Log extends OfContest {
    @Option(
        names = "--file",
        description = "Prints it in one piece with key and head, for effect log verify.")
    private boolean file;

    @Override
    void run(ServerConnection server) {
      JsonNode log = server.get(path(server) + "/contest/log");
      if (file) {
        System.out.println(log);
      } else {
        log.path("lines").forEach(System.out::println);
      }
      if (!log.path("whole").asBoolean()) {
        throw new CommandException("the log is broken: a line does not follow from the one before");
      }
    }
  }

  /// Pairs `FACT=VALUE`, as they were typed.
  static Map<String, String> pairs(List<String> given) {
    var pairs = new LinkedHashMap<String, String>();
    var odd = new ArrayList<String>();
    for (String one : given) {
      int equals = one.indexOf('=');
      if (equals < 1) {
        odd.add(one);
      } else {
        pairs.put(one.substring(0, equals), one.substring(equals + 1));
      }
    }
    if (!odd.isEmpty()) {
      throw new CommandException("'" + odd.getFirst() + "': give a fact as NAME=VALUE");
    }
    return pairs;
  }
}
