package org.wordborne.server.strategy.wish;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.strategy.auction.AuctionLog;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBoard.WishDraft;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.json.JsonMapper;

/// A wish from its posting to the buyer's decision, by a clock that the test moves.
class CallTest {
  private static final PageLanguage ENGLISH = PageLanguage.of("en");
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines Okafor", "owner");
  private final Transactions transactions = bean(Transactions.class);
  private final SecretBox box = bean(SecretBox.class);
  private final Ids ids = bean(Ids.class);
  private Instant now = Instant.now().truncatedTo(MICROS);
  private final WishBoard board =
      new WishBoard(
          transactions,
          bean(PublicDoors.class),
          bean(ClientLinks.class),
          bean(Mailroom.class),
          box,
          bean(LiveEvents.class),
          ids,
          () -> now);
  private final Calls calls =
      new Calls(
          transactions,
          board,
          bean(ClientLinks.class),
          bean(Mailroom.class),
          box,
          new SecureRandom(),
          ids,
          () -> now);
  private final Bids bids = new Bids(transactions, calls, board, box, ids, () -> now);
  private final CallCloser closer =
      new CallCloser(transactions, board, bean(ClientLinks.class), box, () -> now);
  private final WishReader reader =
      new WishReader(
          board,
          calls,
          bean(Mailroom.class),
          bean(org.wordborne.server.publicpage.PublicAddress.class),
          () -> now);
  private final UUID wish = chairs();
  private final List<UUID> sellers = new ArrayList<>();

  private static <T> T bean(Class<T> type) {
    return ServerFixture.bean(type);
  }

  @Test
  void call_threeSellersBidDown_lowestWinsAtItsOwnPriceAndTheLogProvesIt() {
    var call = opened(3);
    bids.bid(scope, sellers.get(0), "280.00 GBP", null);
    pass(Duration.ofMinutes(1));
    bids.bid(scope, sellers.get(1), "265.00", null);
    bids.bid(scope, sellers.get(2), "240.00 GBP", null);
    bids.bid(scope, sellers.get(0), "255.50 GBP", null);
    bids.withdraw(scope, sellers.get(2), null);

    pass(Duration.ofMinutes(59));
    closer.closeDue(scope);
    calls.settle(scope, wish, true);

    var view = reader.one(scope, wish).call();
    var proof = AuctionLog.verify(calls.log(scope, call.id()));
    assertThat(view)
        .extracting("winner", "price", "state")
        .containsExactly("S1", "255.50 GBP", "settled");
    assertThat(proof.checks()).allMatch(AuctionLog.AuctionCheck::holds);
    assertThat(proof).extracting("winner", "price").containsExactly("S1", "255.50 GBP");
    assertThat(board.get(scope, wish).state()).isEqualTo("done");
  }

  @Test
  void call_open_showsNoAmountToAnybody() {
    var call = opened(2);
    bids.bid(scope, sellers.get(0), "271.31 GBP", null);

    String seen = json(reader.all(scope)) + json(calls.log(scope, call.id()));
    String stored = everyRow();

    assertThat(seen).contains("commitment").doesNotContain("271.31").doesNotContain("27131");
    assertThat(seen).doesNotContain("300.00");
    assertThat(stored).doesNotContain("271.31").doesNotContain("300.00");
  }

  @Test
  void closeDue_beforeTheEnd_opensNothing() {
    var call = opened(1);
    bids.bid(scope, sellers.get(0), "250 GBP", null);

    pass(Duration.ofMinutes(59).plusSeconds(59));
    closer.closeDue(scope);

    assertThat(calls.log(scope, call.id())).noneMatch(line -> line.deed().equals("bid-opened"));
  }

  @Test
  void closeDue_oneCannotBeOpened_closesTheOthers() {
    var broken = opened(0);
    transactions.run(
        scope,
        tx ->
            tx.sql("update call set ceiling = decode(repeat('00', 40), 'hex') where id = ?")
                .param(broken.id())
                .update());
    UUID other = chairs();
    calls.open(scope, other, Duration.ofHours(1));
    pass(Duration.ofHours(1));

    closer.closeDue(scope);

    assertThat(calls.ofWish(scope, wish).closedAt()).isNull();
    assertThat(calls.ofWish(scope, other).closedAt()).isEqualTo(now);
  }

  @Test
  void post_wordsHoldBreaksAndControls_standOnOneLine() {
    UUID id = board.post(scope, plain("A bench\r\nat\0the door", "a")).id();

    assertThat(board.get(scope, id).text()).isEqualTo("A bench at the door");
  }

  @Test
  void bid_afterTheEnd_isRefusedAlsoBeforeTheClockLooked() {
    var call = opened(1);
    pass(Duration.ofHours(1));

    assertThatThrownBy(() -> bids.bid(scope, sellers.get(0), "250 GBP", null))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("Bidding ended at");
    assertThat(calls.log(scope, call.id())).hasSize(2);
  }

  @Test
  void bid_belowZeroOrOfOtherMoney_isRefusedNamingTheField() {
    opened(1);

    for (String wrong : List.of("-5.00 GBP", "0 GBP", "250.00 EUR", "250.005 GBP", "cheap")) {
      assertThatThrownBy(() -> bids.bid(scope, sellers.get(0), wrong, null))
          .as(wrong)
          .isInstanceOfSatisfying(
              BadInputException.class, bad -> assertThat(bad.field()).isEqualTo("amount"));
    }
  }

  @Test
  void bid_oftenerThanMayBe_isRefusedAndCanStillBeTakenBackOnce() {
    var call = opened(1);
    IntStream.range(0, 50).forEach(_ -> bids.bid(scope, sellers.get(0), "250 GBP", null));

    assertThatThrownBy(() -> bids.bid(scope, sellers.get(0), "249 GBP", null))
        .isInstanceOf(ConflictException.class)
        .hasMessage("At most 50 bids of one seller.");
    bids.withdraw(scope, sellers.get(0), null);

    assertThatThrownBy(() -> bids.withdraw(scope, sellers.get(0), null))
        .isInstanceOf(ConflictException.class)
        .hasMessage("No bid of yours stands.");
    assertThat(AuctionLog.verify(calls.log(scope, call.id())).checks())
        .extracting(AuctionLog.AuctionCheck::text)
        .contains("0 bids stand so far.");
  }

  @Test
  void call_everyBidAboveTheCeiling_hasNoWinnerAndNothingToTake() {
    opened(1);
    bids.bid(scope, sellers.get(0), "300.01 GBP", null);
    pass(Duration.ofHours(1));
    closer.closeDue(scope);

    assertThat(reader.one(scope, wish).call()).extracting("winner").isNull();
    assertThatThrownBy(() -> calls.settle(scope, wish, true)).isInstanceOf(ConflictException.class);
    calls.settle(scope, wish, false);
  }

  @Test
  void verify_anyLineChanged_isFound() {
    var call = opened(2);
    bids.bid(scope, sellers.get(0), "280 GBP", null);
    bids.bid(scope, sellers.get(1), "280 GBP", null);
    pass(Duration.ofHours(1));
    closer.closeDue(scope);
    List<LogLine> log = calls.log(scope, call.id());
    assertThat(AuctionLog.verify(log)).extracting("valid", "winner").containsExactly(true, "S1");

    for (int i = 0; i < log.size(); i++) {
      var changed = new ArrayList<>(log);
      changed.set(i, otherwise(log.get(i)));
      assertThat(AuctionLog.verify(changed).valid()).as("line %d", i + 1).isFalse();
    }
  }

  /// Also where whoever keeps the log writes all later digests anew.
  @Test
  void verify_loserMadeWinnerWithNewDigests_isFound() {
    var call = opened(2);
    bids.bid(scope, sellers.get(0), "250 GBP", null);
    bids.bid(scope, sellers.get(1), "280 GBP", null);
    pass(Duration.ofHours(1));
    closer.closeDue(scope);

    var forged = new ArrayList<LogLine>();
    for (LogLine line : calls.log(scope, call.id())) {
      var facts = new TreeMap<>(line.facts());
      facts.computeIfPresent(
          "amount", (_, amount) -> amount.equals("280.00 GBP") ? "240.00 GBP" : amount);
      facts.computeIfPresent("winner", (_, _) -> "S2");
      facts.computeIfPresent("price", (_, _) -> "240.00 GBP");
      LogLine last = forged.isEmpty() ? null : forged.getLast();
      forged.add(LogLine.after(last, line.at(), line.deed(), facts));
    }

    assertThat(AuctionLog.verify(forged).valid()).isFalse();
  }

  @Test
  void vote_twiceFromOneConnection_countsOnce() {
    UUID id = board.post(scope, plain("A bench at the door", "poster")).id();

    boolean first = board.vote(scope, id, "someone");
    boolean again = board.vote(scope, id, "someone");
    board.vote(scope, id, "poster");

    assertThat(List.of(first, again)).containsExactly(true, false);
    assertThat(board.get(scope, id).votes()).isEqualTo(2);
  }

  @Test
  void merge_sameVoterOnBoth_countsOnce() {
    UUID one = board.post(scope, plain("A bench at the door", "a")).id();
    UUID two = board.post(scope, plain("Somewhere to sit outside", "b")).id();
    board.vote(scope, one, "b");
    board.vote(scope, two, "c");

    board.merge(scope, two, one);

    assertThat(board.get(scope, one).votes()).isEqualTo(3);
  }

  @Test
  void post_withAnAddress_writesNoWordOfTheStrangerBeforeItIsConfirmed() {
    UUID id = board.post(scope, mailed("Buy at evil.example", "victim@sea.test", "s")).id();
    board.answer(ines, id, "heard", "We look for it.");
    assertThat(letters("Your wish was answered")).isEmpty();

    board.confirm(scope, id);
    board.answer(ines, id, "planned", "From April on.");

    assertThat(letters("Is this your address?"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("victim@sea.test: Somebody left this address")
        .contains("/p/w/call/")
        .doesNotContain("evil");
    assertThat(letters("Your wish was answered"))
        .containsExactly("victim@sea.test: You wished: Buy at evil.example\n\nFrom April on.\n");
  }

  @Test
  void post_sameAddressAFourthTimeInADay_isRefusedUntilTheFirstIsADayOld() {
    for (String address : List.of("v@sea.test", "V@sea.test", "v+x@sea.test")) {
      board.post(scope, mailed("A bench", address, "s"));
      pass(Duration.ofHours(1));
    }
    int before = board.standing(scope).size();

    assertThatThrownBy(() -> board.post(scope, mailed("A bench", "v@sea.test", "t")))
        .isInstanceOfSatisfying(
            TooManyException.class,
            refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(21)));
    assertThat(board.standing(scope)).hasSize(before);

    pass(Duration.ofHours(21));
    board.post(scope, mailed("A bench", "v@sea.test", "t"));
  }

  @Test
  void post_fortyAddressesFromOnePlaceInADay_refusesTheNext() {
    IntStream.range(0, 40)
        .forEach(i -> board.post(scope, mailed("A bench", "v" + i + "@sea.test", "s")));

    assertThatThrownBy(() -> board.post(scope, mailed("A bench", "w@sea.test", "s")))
        .isInstanceOf(TooManyException.class);
    board.post(scope, plain("A bench", "s"));
    board.post(scope, mailed("A bench", "w@sea.test", "t"));
  }

  @Test
  void post_fasterThanPeopleType_waitsForALookAndIsLetOntoTheBoard() {
    var draft = new WishDraft("A bench", "v@sea.test", null, null, "s", true, null, ENGLISH);
    UUID id = board.post(scope, draft).id();
    assertThat(board.open(scope)).noneMatch(one -> one.id().equals(id));
    assertThat(reader.all(scope).wishes()).anyMatch(one -> one.id().equals(id) && one.aside());
    assertThat(letters("Is this your address?")).hasSize(1);

    board.show(scope, id);

    assertThat(board.open(scope)).anyMatch(one -> one.id().equals(id));
    assertThat(letters("Is this your address?")).hasSize(2);
    assertThatThrownBy(() -> board.show(scope, id)).isInstanceOf(ConflictException.class);
  }

  @Test
  void merge_intoItselfInARingOrTwice_isRefused() {
    UUID one = board.post(scope, plain("A bench at the door", "a")).id();
    UUID two = board.post(scope, plain("Somewhere to sit outside", "b")).id();
    UUID three = board.post(scope, plain("Seats for those who wait", "c")).id();
    board.merge(scope, two, one);
    int into = board.get(scope, one).number();

    assertThatThrownBy(() -> board.merge(scope, one, one)).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> board.merge(scope, one, two)).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> board.merge(scope, two, three))
        .isInstanceOf(ConflictException.class)
        .hasMessageEndingWith("was put together with wish " + into + " already.");
    assertThat(board.get(scope, three).votes()).isEqualTo(1);
  }

  @Test
  void hide_purchaseThatIsBidFor_hidesAllOfItAndOpensNothing() {
    var call = opened(1);
    bids.bid(scope, sellers.get(0), "250 GBP", null);
    board.hide(scope, wish);
    var page =
        new AuctionPage(
            bean(PublicDoors.class), transactions, board, reader, calls, bean(Workspaces.class));
    String door = board.door(scope);

    assertThatThrownBy(() -> page.auction(door, call.id().toString()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> page.log(door, call.id().toString()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> bids.bid(scope, sellers.get(0), "240 GBP", null))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("was taken off the board");
    pass(Duration.ofHours(1));
    closer.closeDue(scope);
    assertThat(calls.log(scope, call.id())).hasSize(3);
    assertThat(letters("Bidding is over: decide")).isEmpty();
  }

  @Test
  void answer_twice_eachIsWrittenToThePosterAlsoBeforeMailLeaves() {
    board.answer(ines, wish, "heard", "We look for them.");
    board.answer(ines, wish, "planned", "From April on.");

    assertThat(letters("Your wish was answered"))
        .containsExactly(
            "edda@sea.test: You wished: Thirty chairs for the christening\n\nWe look for them.\n",
            "edda@sea.test: You wished: Thirty chairs for the christening\n\nFrom April on.\n");
  }

  @Test
  void call_decided_writesToTheBuyerAndToEachSellerAlsoBeforeMailLeaves() {
    opened(2);
    bids.bid(scope, sellers.get(1), "240 GBP", null);
    pass(Duration.ofHours(1));
    closer.closeDue(scope);
    calls.settle(scope, wish, true);

    assertThat(letters("Bidding is over: decide"))
        .singleElement()
        .asString()
        .startsWith("edda@sea.test: ")
        .contains("The lowest bid is 240.00 GBP.", "/p/w/call/");
    assertThat(letters("Your bid was taken"))
        .singleElement()
        .asString()
        .startsWith("s2@sell.test: ")
        .endsWith("Write to the buyer: edda@sea.test\n");
    assertThat(letters("The bidding is over"))
        .singleElement()
        .asString()
        .startsWith("s1@sell.test: ");
  }

  @Test
  void settle_letterCannotBeWritten_decidesNothing() {
    var nowhere = new Seller(ids.next(), wish, 1, "Nowhere", "no address");
    transactions.run(scope, tx -> CallBook.invite(tx, scope, nowhere, now));
    calls.open(scope, wish, Duration.ofHours(1));
    pass(Duration.ofHours(1));
    closer.closeDue(scope);

    assertThatThrownBy(() -> calls.settle(scope, wish, false))
        .isInstanceOf(BadInputException.class);
    assertThat(calls.ofWish(scope, wish).settledAt()).isNull();
  }

  /// What waits to go out under a subject, unsealed, oldest first, as `to: text`.
  private List<String> letters(String subject) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select id, to_text, body from delivery where subject = ? order by id")
                .param(subject)
                .query((row, _) -> row.getString("to_text") + ": " + unsealed(row))
                .list());
  }

  private String unsealed(ResultSet row) throws SQLException {
    return box.open(row.getObject("id", UUID.class), row.getBytes("body"));
  }

  private UUID chairs() {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(60);
    var purchase = new Purchase(30, "Alderwick church hall", day, "GBP");
    Money limit = Money.of("300.00 GBP");
    var draft =
        new WishDraft(
            "Thirty chairs for the christening",
            "edda@sea.test",
            purchase,
            limit,
            "e",
            false,
            null,
            ENGLISH);
    UUID id = board.post(scope, draft).id();
    board.confirm(scope, id);
    return id;
  }

  private static WishDraft mailed(String text, String mail, String voter) {
    return new WishDraft(text, mail, null, null, voter, false, null, ENGLISH);
  }

  private static WishDraft plain(String text, String voter) {
    return new WishDraft(text, "", null, null, voter, false, null, ENGLISH);
  }

  private CallRecord opened(int count) {
    IntStream.rangeClosed(1, count).forEach(this::invited);
    return calls.open(scope, wish, Duration.ofHours(1));
  }

  private void invited(int number) {
    var seller =
        new Seller(ids.next(), wish, number, "Seller " + number, "s" + number + "@sell.test");
    transactions.run(scope, tx -> CallBook.invite(tx, scope, seller, now));
    sellers.add(seller.id());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private String everyRow() {
    return transactions.in(
        scope,
        tx ->
            String.join(
                "\n",
                tx.sql(
                        """
                        select b::text from bid b union all select c::text from call c
                        union all select e::text from call_event e
                        union all select w::text from wish w\
                        """)
                    .query(String.class)
                    .list()));
  }

  private static LogLine otherwise(LogLine line) {
    var facts = new TreeMap<>(line.facts());
    facts.put(facts.firstKey(), "other");
    return new LogLine(line.number(), line.at(), line.deed(), facts, line.prev(), line.hash());
  }

  private static String json(Object view) {
    return JsonMapper.builder().build().writeValueAsString(view);
  }
}
