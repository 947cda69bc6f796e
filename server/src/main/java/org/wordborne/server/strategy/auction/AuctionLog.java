package org.wordborne.server.strategy.auction;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.strategy.auction.SealedFirstPrice.OpenedBid;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;

/// Holds an auction to its rules by nothing but its log.
///
/// ```java
/// AuctionLog.Verified verified = AuctionLog.verify(lines);
/// verified.valid();   // every digest, commitment and time holds, and the result follows
/// ```
public final class AuctionLog {
  private final List<LogLine> lines;
  private final List<AuctionCheck> checks = new ArrayList<>();
  private final Map<Integer, LogLine> standing = new TreeMap<>();
  private final Map<Integer, OpenedBid> opened = new LinkedHashMap<>();
  private final Map<Integer, Integer> invited = new TreeMap<>();
  private String call = "";
  private String currency = "";
  private Instant endsAt = Instant.MAX;
  private long ceiling = -1;
  private @Nullable LogLine terms;

  private AuctionLog(List<LogLine> lines) {
    this.lines = lines;
  }

  /// One thing that was looked at.
  ///
  /// @param name chain, order, bids, openings, result
  public record AuctionCheck(String name, boolean holds, String text) {}

  /// What the log proves.
  ///
  /// @param winner S1, S2 …; null where no bid was low enough, or it is not over
  /// @param price as `240.00 GBP`; null where there is no winner
  public record Verified(
      boolean valid, @Nullable String winner, @Nullable String price, List<AuctionCheck> checks) {}

  /// Looks at every line.
  public static Verified verify(List<LogLine> lines) {
    var log = new AuctionLog(lines);
    try {
      return log.verified();
    } catch (BadInputException | DateTimeException | NumberFormatException unreadable) {
      log.check("lines", unreadable.getMessage(), false);
      return new Verified(false, null, null, List.copyOf(log.checks));
    }
  }

  private Verified verified() {
    chain();
    order();
    if (checks.stream().allMatch(AuctionCheck::holds)) {
      openings();
    }
    OpenedBid won = result();
    boolean valid = checks.stream().allMatch(AuctionCheck::holds);
    return new Verified(
        valid,
        won == null ? null : "S" + won.seller(),
        won == null ? null : new Money(won.minor(), currency).text(),
        List.copyOf(checks));
  }

  private void check(String name, @Nullable String text, boolean holds) {
    checks.add(new AuctionCheck(name, holds, text == null ? "" : text));
  }

  private void chain() {
    String prev = "";
    long number = 1;
    for (LogLine line : lines) {
      if (line.number() != number || !line.prev().equals(prev) || !line.isWhole()) {
        check("chain", "Line " + number + " is not the one that was written.", false);
        return;
      }
      prev = line.hash();
      number++;
    }
    check("chain", lines.size() + " lines, each holds the one before.", !lines.isEmpty());
  }

  private void order() {
    String wrong = "";
    Instant last = Instant.MIN;
    for (LogLine line : lines) {
      String fault = line.at().isBefore(last) ? "is earlier than the one before" : take(line);
      if (!fault.isEmpty() && wrong.isEmpty()) {
        wrong = "Line " + line.number() + ", " + line.deed() + ", " + fault + ".";
      }
      last = line.at();
    }
    check(
        "order",
        wrong.isEmpty() ? standing.size() + " bids stood at the close." : wrong,
        wrong.isEmpty());
  }

  /// Takes a line in; "" or what is wrong with it.
  private String take(LogLine line) {
    if (terms == null && !line.deed().equals("opened")) {
      return "comes before the call was opened";
    }
    return switch (line.deed()) {
      case "opened" -> open(line);
      case "invited" -> {
        invited.put(seller(line), 1);
        yield "";
      }
      case "bid", "withdrawn" -> bid(line);
      case "closed" -> line.at().isBefore(endsAt) ? "comes before the end" : "";
      case "ceiling", "bid-opened", "result", "settled" -> "";
      default -> "is no deed of an auction";
    };
  }

  private String open(LogLine line) {
    if (terms != null) {
      return "opens it again";
    }
    terms = line;
    call = line.fact("call");
    currency = line.fact("currency");
    endsAt = Instant.parse(line.fact("endsAt"));
    return "";
  }

  private String bid(LogLine line) {
    int seller = seller(line);
    if (!invited.containsKey(seller)) {
      return "is of a seller who was not invited";
    }
    if (!line.at().isBefore(endsAt)) {
      return "came after the end";
    }
    if (line.deed().equals("bid")) {
      standing.put(seller, line);
    } else {
      standing.remove(seller);
    }
    return "";
  }

  private static int seller(LogLine line) {
    return Integer.parseInt(line.fact("seller").substring(1));
  }

  private void openings() {
    String wrong = "";
    for (LogLine line : lines) {
      String fault =
          switch (line.deed()) {
            case "ceiling" -> openCeiling(line);
            case "bid-opened" -> openBid(line);
            default -> "";
          };
      wrong = wrong.isEmpty() ? fault : wrong;
    }
    if (wrong.isEmpty() && isClosed() && opened.size() != standing.size()) {
      wrong = standing.size() + " bids stood, " + opened.size() + " were opened.";
    }
    check(
        "openings",
        wrong.isEmpty() ? "Each opened amount is the one that was committed to." : wrong,
        wrong.isEmpty());
  }

  private String openCeiling(LogLine line) {
    String amount = line.fact("amount");
    ceiling = amount(amount);
    String commitment = Commitment.of(call, "ceiling", amount, line.fact("nonce"));
    boolean same = terms != null && commitment.equals(terms.fact("ceiling"));
    return same ? "" : "The ceiling is not the one that was committed to.";
  }

  private String openBid(LogLine line) {
    int seller = seller(line);
    LogLine bid = standing.get(seller);
    String amount = line.fact("amount");
    String commitment = Commitment.of(call, "S" + seller, amount, line.fact("nonce"));
    if (bid == null || !commitment.equals(bid.fact("commitment"))) {
      return "The bid of S" + seller + " is not the one that was committed to.";
    }
    opened.put(seller, new OpenedBid(seller, amount(amount), bid.number()));
    return "";
  }

  private long amount(String text) {
    Money amount = Money.of(text);
    if (!amount.currency().equals(currency) || amount.minor() <= 0) {
      throw new BadInputException("amount", text, "More than nothing, in " + currency + ".");
    }
    return amount.minor();
  }

  private boolean isClosed() {
    return lines.stream().anyMatch(line -> line.deed().equals("closed"));
  }

  private @Nullable OpenedBid result() {
    LogLine told =
        lines.stream().filter(line -> line.deed().equals("result")).findFirst().orElse(null);
    if (told == null) {
      check("result", "It is not over.", true);
      return null;
    }
    OpenedBid won = SealedFirstPrice.winner(opened.values(), ceiling).orElse(null);
    String winner = won == null ? "none" : "S" + won.seller();
    String price = won == null ? "none" : new Money(won.minor(), currency).text();
    boolean same = told.fact("winner").equals(winner) && told.fact("price").equals(price);
    check(
        "result",
        same
            ? "The lowest bid within the ceiling: " + winner + ", " + price + "."
            : "The log tells %s, %s; by its bids it is %s, %s."
                .formatted(told.fact("winner"), told.fact("price"), winner, price),
        same && ceiling > 0);
    return won;
  }
}
