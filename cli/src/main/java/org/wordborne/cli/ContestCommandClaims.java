package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.cli.ContestCommand.OfContest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// What happens after the draw: pieces of prizes on their way, and appeals.
final class ContestCommandClaims {
  private static final String CLAIMS = "/claims";

  private ContestCommandClaims() {}

  private static void print(JsonNode claim) {
    Lines.print(
        "piece",
        claim.path("id"),
        "prize",
        claim.path("prize"),
        "no",
        claim.path("no"),
        "state",
        claim.path("state"),
        "entry",
        claim.path("entry"),
        "code",
        claim.path("code"),
        "way",
        claim.path("way"),
        "notifiedAt",
        claim.path("notifiedAt"),
        "claimBy",
        claim.path("claimBy"),
        "verified",
        claim.path("verified"),
        "suspended",
        claim.path("suspended"),
        "receiptUrl",
        claim.path("receiptUrl"),
        "contact",
        claim.path("contact"));
  }

  @Command(
      name = "claims",
      description = {
        "Lists the pieces of all prizes and whom they go to, one a line.",
        "Prints {\"piece\",\"prize\",\"no\",\"state\",\"entry\",\"code\",\"way\",\"notifiedAt\","
            + "\"claimBy\",",
        "\"verified\",\"suspended\",\"receiptUrl\",\"contact\"}; what is not there is left out."
      },
      footer = "  wordborne contest claims \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Claims extends OfContest {
    @Override
    void run(ServerConnection server) {
      server.get(path(server) + CLAIMS).path("claims").forEach(ContestCommandClaims::print);
    }
  }

  /// What is done about a piece.
  enum Deed {
    NOTIFY,
    VERIFY,
    REFUSE,
    SHIP,
    DELIVER,
    EXPIRE,
    AWARD
  }

  @Command(
      name = "step",
      description = {
        "Does one thing about a piece of a prize; prints the piece as claims does.",
        "notify: its winner was told; verify: they may have it; refuse: they may not, the next is",
        "called; ship, deliver; expire: nobody answered; award: to an entry, by its number."
      },
      footer = {
        "  wordborne contest step \"Oat Week\" 0K3V9Q2M7T notify",
        "  wordborne contest step \"Oat Week\" 0K3V9Q2M7T refuse --ground not-eligible",
        "  wordborne contest step \"Oat Week\" 01a2018f-… award --entry 41"
      },
      mixinStandardHelpOptions = true)
  static final class Step extends OfContest {
    @Parameters(
        index = "1",
        paramLabel = "PIECE",
        description = "Id of the piece, or the code of the entry that it goes to.")
    String piece = "";

    @Parameters(
        index = "2",
        paramLabel = "DEED",
        description = "One of notify, verify, refuse, ship, deliver, expire, award.")
    Deed deed = Deed.NOTIFY;

    @Option(
        names = "--ground",
        paramLabel = "GROUND",
        description =
            "Why not, beside refuse: many, robot, not-eligible, not-own, off-topic, rude.")
    @Nullable String ground;

    @Option(names = "--entry", paramLabel = "N", description = "To which entry, beside award.")
    @Nullable Integer entry;

    @Override
    void check() {
      if ((deed == Deed.REFUSE) != (ground != null)) {
        throw new CommandException("refuse and --ground belong together");
      }
      if ((deed == Deed.AWARD) != (entry != null)) {
        throw new CommandException("award and --entry belong together");
      }
    }

    @Override
    void run(ServerConnection server) {
      String path = path(server) + CLAIMS;
      String id = piece(server.get(path).path(CLAIMS.substring(1)));
      JsonNode after = server.post(path + "/" + id + "/" + word(), body());
      for (JsonNode claim : after.path("claims")) {
        if (claim.path("id").asString().equals(id)) {
          print(claim);
        }
      }
    }

    private String piece(JsonNode claims) {
      for (JsonNode claim : claims) {
        if (claim.path("id").asString().equals(piece)
            || claim.path("code").asString("").equalsIgnoreCase(piece)) {
          return claim.path("id").asString();
        }
      }
      throw new CommandException("there is no piece '" + piece + "'");
    }

    private String word() {
      return switch (deed) {
        case VERIFY, REFUSE -> "verify";
        case NOTIFY -> "notify";
        case SHIP -> "ship";
        case DELIVER -> "deliver";
        case EXPIRE -> "expire";
        case AWARD -> "award";
      };
    }

    private Map<String, @Nullable Object> body() {
      var body = new LinkedHashMap<String, @Nullable Object>();
      if (deed == Deed.VERIFY || deed == Deed.REFUSE) {
        body.put("eligible", deed == Deed.VERIFY);
        body.put("code", ground);
      } else if (deed == Deed.AWARD) {
        body.put("entry", entry);
      }
      return body;
    }
  }

  private static void printAppeal(JsonNode appeal) {
    Lines.print(
        "appeal",
        appeal.path("id"),
        "entry",
        appeal.path("entry"),
        "aboutPrize",
        appeal.path("aboutPrize"),
        "against",
        appeal.path("against"),
        "words",
        appeal.path("words"),
        "at",
        appeal.path("at"),
        "decidedBy",
        appeal.path("decidedBy"),
        "outcome",
        appeal.path("outcome"),
        "answer",
        appeal.path("answer"),
        "answeredBy",
        appeal.path("answeredBy"));
  }

  @Command(
      name = "appeals",
      description = {
        "Lists the appeals, oldest first, one a line.",
        "Prints {\"appeal\",\"entry\",\"aboutPrize\",\"against\",\"words\",\"at\",\"decidedBy\",",
        "\"outcome\",\"answer\",\"answeredBy\"}; without an outcome it waits for an answer."
      },
      footer = "  wordborne contest appeals \"Oat Week\"",
      mixinStandardHelpOptions = true)
  static final class Appeals extends OfContest {
    @Override
    void run(ServerConnection server) {
      server.get(path(server) + CLAIMS).path("appeals").forEach(ContestCommandClaims::printAppeal);
    }
  }

  @Command(
      name = "answer",
      description = {
        "Answers an appeal with reasons; prints it as appeals does.",
        "Somebody else answers than who decided."
      },
      footer = {
        "  wordborne contest answer \"Oat Week\" 12 --reverse --reasons 'It is a family of five.'",
        "  wordborne contest answer \"Oat Week\" 12 --uphold --reasons 'One mailbox, twelve times.'"
      },
      mixinStandardHelpOptions = true)
  static final class Answer extends OfContest {
    @Parameters(
        index = "1",
        paramLabel = "APPEAL",
        description = "Id of the appeal, or the number of the entry whose appeal is open.")
    String appeal = "";

    @Option(names = "--reverse", description = "The decision is taken back.")
    boolean reverse;

    @Option(names = "--uphold", description = "The decision stands.")
    boolean uphold;

    @Option(names = "--reasons", required = true, paramLabel = "T", description = "Why.")
    String reasons = "";

    @Override
    void check() {
      if (reverse == uphold) {
        throw new CommandException("say either --reverse or --uphold");
      }
    }

    @Override
    void run(ServerConnection server) {
      String path = path(server);
      String id = id(server.get(path + CLAIMS).path("appeals"));
      Map<String, Object> answer = Map.of("reverse", reverse, "answer", reasons);
      printAppeal(server.post(path + "/appeals/" + id + "/answer", answer));
    }

    private String id(JsonNode appeals) {
      for (JsonNode one : appeals) {
        boolean open = one.path("outcome").isNull() || one.path("outcome").isMissingNode();
        if (one.path("id").asString().equals(appeal)
            || open && one.path("entry").asString().equals(appeal)) {
          return one.path("id").asString();
        }
      }
      throw new CommandException("there is no open appeal '" + appeal + "'");
    }
  }
}
