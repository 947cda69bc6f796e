package org.wordborne.server.strategy.auction;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
  private final Set<Integer> invited = new HashSet<>();
  private String call = "";
  private String currency = "";
  private Instant endsAt = Instant.MAX;
  private long ceiling = -1;
  private @Nullable LogLine terms;
  private @Nullable LogLine closed;
  private @Nullable LogLine told;
  private @Nullable LogLine settled;

  private AuctionLog(List<LogLine> lines) {
    this.lines = lines;
  }

  /// One thing that was looked at.
  ///
  /// @param name chain, order, openings, result, settled
  public record AuctionCheck(String name, boolean holds, String text) {}

  /// What the log proves.
  ///
  /// @param winner S1, S2 …; null where it proves nothing, no bid was low enough, or it is not over
  /// @param price as `240.00 GBP`; null where there is no winner
  public record Verified(
      boolean valid, @Nullable String winner, @Nullable String price, List<AuctionCheck> checks) {}

  /// Looks at every line.
  public static Verified verify(List<LogLine> lines) {
    return new AuctionLog(lines).verified();
  }

  private Verified verified() {
    chain();
    order();
    if (holds()) {
      openings();
    }
    OpenedBid won = holds() ? result() : null;
    if (won == null || !holds()) {
      return new Verified(holds(), null, null, List.copyOf(checks));
    }
    String price = new Money(won.minor(), currency).text();
    return new Verified(true, "S" + won.seller(), price, List.copyOf(checks));
  }

  private boolean holds() {
    return checks.stream().allMatch(AuctionCheck::holds);
  }

  private void check(String name, String text, boolean holds) {
    checks.add(new AuctionCheck(name, holds, text));
  }

  private void chain() {
    String prev = "";
    long number = 1;
    for (LogLine line : lines) {
      if (line.number() != number || !prev.equals(line.prev()) || !line.isWhole()) {
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
      boolean back = line.at().isBefore(last);
      String fault = back ? named(line, "is earlier than the one before") : fault(line, this::take);
      wrong = wrong.isEmpty() ? fault : wrong;
      last = line.at();
    }
    String stand = closed == null ? "stand so far" : "stood at the close";
    check(
        "order",
        wrong.isEmpty() ? standing.size() + " bids " + stand + "." : wrong,
        wrong.isEmpty());
  }

  /// What is wrong with a line, naming it; "" if nothing is.
  private static String fault(LogLine line, Function<LogLine, String> look) {
    try {
      return named(line, look.apply(line));
    } catch (BadInputException | DateTimeException | NumberFormatException unreadable) {
      return named(line, "cannot be read: " + unreadable.getMessage());
    }
  }

  private static String named(LogLine line, String fault) {
    if (fault.isEmpty()) {
      return "";
    }
    String end = fault.endsWith(".") ? "" : ".";
    return "Line " + line.number() + ", " + line.deed() + ", " + fault + end;
  }

  /// Takes a line in; "" or what is wrong with it.
  private String take(LogLine line) {
    if (terms == null && !line.deed().equals("opened")) {
      return "comes before the call was opened";
    }
    return switch (line.deed()) {
      case "opened" -> open(line);
      case "invited" -> invite(line);
      case "bid", "withdrawn" -> bid(line);
      case "closed" -> close(line);
      case "ceiling", "bid-opened" ->
          closed == null ? "comes before the close" : told == null ? "" : "comes after the result";
      case "result" -> tell(line);
      case "settled" -> settle(line);
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
    return line.at().isBefore(endsAt) ? "" : "ends before it began";
  }

  private String invite(LogLine line) {
    if (closed != null) {
      return "comes after the close";
    }
    return invited.add(seller(line)) ? "" : "invites the same seller again";
  }

  private String bid(LogLine line) {
    int seller = seller(line);
    if (!invited.contains(seller)) {
      return "is of a seller who was not invited";
    }
    if (!line.at().isBefore(endsAt)) {
      return "came after the end";
    }
    if (line.deed().equals("bid")) {
      standing.put(seller, line);
      return "";
    }
    return standing.remove(seller) == null ? "takes back a bid that did not stand" : "";
  }

  private String close(LogLine line) {
    if (closed != null) {
      return "closes it again";
    }
    closed = line;
    if (line.at().isBefore(endsAt)) {
      return "comes before the end";
    }
    String told = line.fact("bids");
    boolean same = told.equals("" + standing.size());
    return same ? "" : "counts \"" + told + "\" bids, and " + standing.size() + " stood";
  }

  private String tell(LogLine line) {
    if (told != null) {
      return "tells a result again";
    }
    told = line;
    return closed == null ? "comes before the close" : "";
  }

  private String settle(LogLine line) {
    if (settled != null) {
      return "settles it again";
    }
    settled = line;
    return told == null ? "comes before the result" : "";
  }

  private static int seller(LogLine line) {
    String name = line.fact("seller");
    if (!name.matches("S[1-9]\\d{0,5}")) {
      throw new BadInputException("seller", name, "A seller is named as S1.");
    }
    return Integer.parseInt(name.substring(1));
  }

  private void openings() {
    String wrong = "";
    for (LogLine line : lines) {
      String fault =
          switch (line.deed()) {
            case "ceiling" -> fault(line, this::openCeiling);
            case "bid-opened" -> fault(line, this::openBid);
            default -> "";
          };
      wrong = wrong.isEmpty() ? fault : wrong;
    }
    if (wrong.isEmpty() && told != null) {
      wrong = unopened();
    }
    check(
        "openings",
        wrong.isEmpty() ? "Each opened amount is the one that was committed to." : wrong,
        wrong.isEmpty());
  }

  private String unopened() {
    if (ceiling < 0) {
      return "The ceiling was not opened.";
    }
    return opened.size() == standing.size()
        ? ""
        : standing.size() + " bids stood, " + opened.size() + " were opened.";
  }

  private String openCeiling(LogLine line) {
    if (ceiling >= 0) {
      return "opens the ceiling again";
    }
    String amount = line.fact("amount");
    ceiling = amount(amount);
    String commitment = Commitment.of(call, "ceiling", amount, line.fact("nonce"));
    boolean same = terms != null && commitment.equals(terms.fact("ceiling"));
    return same ? "" : "is not the ceiling that was committed to";
  }

  private String openBid(LogLine line) {
    int seller = seller(line);
    if (opened.containsKey(seller)) {
      return "opens the bid of S" + seller + " again";
    }
    LogLine bid = standing.get(seller);
    String amount = line.fact("amount");
    String commitment = Commitment.of(call, "S" + seller, amount, line.fact("nonce"));
    if (bid == null || !commitment.equals(bid.fact("commitment"))) {
      return "is not the bid that S" + seller + " committed to";
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

  private @Nullable OpenedBid result() {
    if (told == null) {
      boolean open = closed == null;
      check("result", open ? "It is not over." : "It was closed, and no result follows.", open);
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
        same);
    settlement(winner);
    return won;
  }

  private void settlement(String winner) {
    if (settled == null) {
      return;
    }
    String taken = settled.fact("taken");
    boolean right = taken.equals("none") || taken.equals(winner);
    check(
        "settled",
        right ? "The buyer took " + taken + "." : "Taken was " + taken + ", who did not win.",
        right);
  }
}
