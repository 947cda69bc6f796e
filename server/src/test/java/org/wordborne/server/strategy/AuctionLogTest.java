package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordborne.server.strategy.auction.AuctionLog;
import org.wordborne.server.strategy.auction.Commitment;
import org.wordborne.server.strategy.auction.LogLine;

/// Logs whose digests all hold, forged by whoever keeps them.
class AuctionLogTest {
  private static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant ENDS = OPENED.plusSeconds(3600);
  private static final String NONCE = "0".repeat(64);

  private record Deed(Instant at, String name, Map<String, String> facts) {}

  private final List<Deed> deeds =
      new ArrayList<>(
          List.of(
              deed(
                  "opened",
                  Map.of(
                      "call",
                      "c",
                      "currency",
                      "GBP",
                      "endsAt",
                      ENDS.toString(),
                      "ceiling",
                      Commitment.of("c", "ceiling", "300.00 GBP", NONCE))),
              deed("invited", Map.of("seller", "S1")),
              deed("invited", Map.of("seller", "S2")),
              deed("bid", bid("S1", "240.00 GBP")),
              deed("bid", bid("S2", "260.00 GBP")),
              after("closed", Map.of("bids", "2")),
              after("ceiling", Map.of("amount", "300.00 GBP", "nonce", NONCE)),
              after("bid-opened", opened("S1", "240.00 GBP")),
              after("bid-opened", opened("S2", "260.00 GBP")),
              after("result", Map.of("winner", "S1", "price", "240.00 GBP")),
              after("settled", Map.of("taken", "S1"))));

  @Test
  void verify_asItHappened_isValid() {
    assertThat(valid()).isTrue();
  }

  @Test
  void verify_lowestBidNotOpened_isInvalidAlsoWithoutTheClose() {
    without("bid-opened", "S1");
    instead("result", Map.of("winner", "S2", "price", "260.00 GBP"));
    instead("settled", Map.of("taken", "S2"));
    assertThat(valid()).isFalse();

    without("closed");
    assertThat(valid()).isFalse();
  }

  @Test
  void verify_closedTwice_isInvalid() {
    deeds.add(at("closed"), deeds.get(at("closed")));

    assertThat(valid()).isFalse();
  }

  @Test
  void verify_ceilingOpenedBeforeTheClose_isInvalid() {
    Collections.swap(deeds, at("closed"), at("ceiling"));

    assertThat(valid()).isFalse();
  }

  @Test
  void verify_ceilingOrBidOpenedTwice_isInvalid() {
    deeds.add(at("ceiling"), deeds.get(at("ceiling")));
    assertThat(valid()).isFalse();

    deeds.remove(at("ceiling"));
    deeds.add(at("bid-opened"), deeds.get(at("bid-opened")));
    assertThat(valid()).isFalse();
  }

  @Test
  void verify_resultTwiceOrNoneOrBeforeAnOpening_isInvalid() {
    Deed result = deeds.get(at("result"));
    deeds.add(at("settled"), after("result", Map.of("winner", "S2", "price", "260.00 GBP")));
    assertThat(valid()).isFalse();

    deeds.removeIf(deed -> deed.name().equals("result"));
    assertThat(valid()).isFalse();

    deeds.remove(at("settled"));
    assertThat(valid()).isFalse();

    deeds.add(at("bid-opened"), result);
    assertThat(valid()).isFalse();
  }

  @Test
  void verify_settledWithALoser_isInvalid() {
    instead("settled", Map.of("taken", "S2"));
    assertThat(valid()).isFalse();

    instead("settled", Map.of("taken", "none"));
    assertThat(valid()).isTrue();
  }

  @Test
  void verify_settledBeforeTheResult_isInvalid() {
    Collections.swap(deeds, at("result"), at("settled"));

    assertThat(valid()).isFalse();
  }

  @Test
  void verify_countOfBidsIsNotThatOfTheLog_isInvalid() {
    instead("closed", Map.of("bids", "1"));

    assertThat(faults()).containsExactly("Line 6, closed, counts \"1\" bids, and 2 stood.");
  }

  @Test
  void verify_ceilingNeverOpened_isInvalid() {
    deeds.remove(at("ceiling"));

    assertThat(faults()).containsExactly("The ceiling was not opened.");
  }

  @Test
  void verify_priceThatDoesNotFollow_isInvalidAndNamesNoWinner() {
    instead("result", Map.of("winner", "S1", "price", "250.00 GBP"));

    var proof = AuctionLog.verify(log());

    assertThat(proof).extracting("valid", "winner", "price").containsExactly(false, null, null);
  }

  @Test
  void verify_withdrawnWhereNoneStoodOrInvitedTwice_isInvalid() {
    deeds.add(at("bid"), deed("withdrawn", Map.of("seller", "S2")));
    assertThat(faults()).containsExactly("Line 4, withdrawn, takes back a bid that did not stand.");

    deeds.remove(at("withdrawn"));
    deeds.add(at("bid"), deed("invited", Map.of("seller", "S2")));
    assertThat(faults()).containsExactly("Line 4, invited, invites the same seller again.");
  }

  @Test
  void verify_noSellerNamed_isInvalidAndSaysTheLine() {
    for (String wrong : List.of("", "S", "1", "S0", "S-1", "S99999999999")) {
      instead("invited", Map.of("seller", wrong));

      assertThat(faults())
          .containsExactly("Line 2, invited, cannot be read: A seller is named as S1.");
    }
  }

  @Test
  void verify_noAmountOrNoTime_isInvalidAndSaysTheLine() {
    Deed ceiling = deeds.get(at("ceiling"));
    instead("ceiling", Map.of("amount", "much", "nonce", NONCE));
    assertThat(faults()).singleElement().asString().startsWith("Line 7, ceiling, cannot be read: ");

    deeds.set(at("ceiling"), ceiling);
    instead("opened", Map.of("call", "c", "currency", "GBP", "endsAt", "soon"));
    assertThat(faults()).singleElement().asString().startsWith("Line 1, opened, cannot be read: ");
  }

  /// The same digest is that of a fact with a break in it, and of two facts.
  @Test
  void verify_twoFactsWrittenAsOne_isInvalid() {
    instead("settled", Map.of("taken", "S1", "z", "1"));
    List<LogLine> log = log();
    LogLine last = log.getLast();
    assertThat(AuctionLog.verify(log).valid()).isTrue();

    var joined = new TreeMap<>(Map.of("taken", "S1\nz=1"));
    log.set(
        log.size() - 1,
        new LogLine(last.number(), last.at(), last.deed(), joined, last.prev(), last.hash()));

    assertThat(AuctionLog.verify(log).checks().getFirst().holds()).isFalse();
  }

  private static Deed deed(String name, Map<String, String> facts) {
    return new Deed(OPENED, name, facts);
  }

  private static Deed after(String name, Map<String, String> facts) {
    return new Deed(ENDS, name, facts);
  }

  private static Map<String, String> bid(String seller, String amount) {
    return Map.of("seller", seller, "commitment", Commitment.of("c", seller, amount, NONCE));
  }

  private static Map<String, String> opened(String seller, String amount) {
    return Map.of("seller", seller, "amount", amount, "nonce", NONCE);
  }

  private int at(String name) {
    return deeds.stream().map(Deed::name).toList().indexOf(name);
  }

  private void without(String name, String... facts) {
    deeds.removeIf(
        deed -> deed.name().equals(name) && deed.facts().values().containsAll(List.of(facts)));
  }

  private void instead(String name, Map<String, String> facts) {
    deeds.set(at(name), new Deed(deeds.get(at(name)).at(), name, facts));
  }

  private boolean valid() {
    return AuctionLog.verify(log()).valid();
  }

  private List<String> faults() {
    return AuctionLog.verify(log()).checks().stream()
        .filter(check -> !check.holds())
        .map(AuctionLog.AuctionCheck::text)
        .toList();
  }

  private List<LogLine> log() {
    var lines = new ArrayList<LogLine>();
    for (Deed deed : deeds) {
      LogLine last = lines.isEmpty() ? null : lines.getLast();
      lines.add(LogLine.after(last, deed.at(), deed.name(), deed.facts()));
    }
    return lines;
  }
}
