package org.wordborne.server.strategy.wish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.strategy.auction.AuctionLog;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;
import tools.jackson.databind.json.JsonMapper;

/// A call for everybody: who committed when, afterwards to what, and the log that proves it.
@Controller
@Open("everybody may check the auction")
class AuctionPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final PageLanguage ENGLISH = PageLanguage.of("en");

  private final PublicDoors doors;
  private final Transactions transactions;
  private final WishBoard board;
  private final WishReader reader;
  private final Calls calls;
  private final Workspaces workspaces;

  AuctionPage(
      PublicDoors doors,
      Transactions transactions,
      WishBoard board,
      WishReader reader,
      Calls calls,
      Workspaces workspaces) {
    this.doors = doors;
    this.transactions = transactions;
    this.board = board;
    this.reader = reader;
    this.calls = calls;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/w/{door}/auction/{id}")
  ResponseEntity<String> auction(@PathVariable String door, @PathVariable String id) {
    Scope scope = doors.open(door, WishBoard.BOARD).scope();
    CallRecord call = call(scope, id);
    CallView view = reader.call(scope, call);
    Html page = Html.page(PublicFrame.of("Sealed bids", workspaces.brand(scope).name(), "en"));
    page.lead("Sealed bids for a wish", sentence(call, view, ENGLISH)).text(call.terms());
    page.section("Bids, in the order they came", it -> bids(it, view));
    page.section("Check it yourself", it -> proof(it, scope, door, call.id()));
    return PublicAnswers.html(200, page);
  }

  private CallRecord call(Scope scope, String written) {
    if (!written.matches("[0-9a-f-]{36}")) {
      throw new NotFoundException("There is nothing at this address.");
    }
    UUID id = UUID.fromString(written);
    CallRecord call =
        transactions
            .in(scope, tx -> CallBook.find(tx, id))
            .orElseThrow(() -> new NotFoundException("There is nothing at this address."));
    board.shown(scope, call.wish());
    return call;
  }

  static String sentence(CallRecord call, CallView view, PageLanguage say) {
    String end = Terms.time(call.endsAt(), say);
    return switch (view.state()) {
      case "open" ->
          say.words(
                  "Bidding ends on %s. Until then nobody reads an amount.",
                  "Das Bieten endet am %s. Bis dahin liest niemand einen Betrag.")
              .formatted(end);
      case "over" ->
          say.words(
                  "Bidding ended on %s. The bids are being opened.",
                  "Das Bieten endete am %s. Die Gebote werden gerade geöffnet.")
              .formatted(end);
      case "settled" -> outcome(view, say) + " " + taken(view, say);
      default -> outcome(view, say) + say.words(" The buyer decides.", " Wer kauft, entscheidet.");
    };
  }

  private static String taken(CallView view, PageLanguage say) {
    return Boolean.TRUE.equals(view.taken())
        ? say.words("It was taken.", "Es wurde angenommen.")
        : say.words("None was taken.", "Keines wurde angenommen.");
  }

  private static String outcome(CallView view, PageLanguage say) {
    return view.winner() == null
        ? say.words(
            "Bidding is over: no bid was within what the buyer pays at most.",
            "Das Bieten ist vorbei: Kein Gebot lag in dem, was höchstens gezahlt wird.")
        : say.words(
                "Bidding is over: %s is lowest with %s.",
                "Das Bieten ist vorbei: Am niedrigsten bietet %s mit %s.")
            .formatted(view.winner(), view.price());
  }

  static void bids(Html page, CallView view) {
    if (view.bids().isEmpty()) {
      page.p("None yet.");
      return;
    }
    var rows = new ArrayList<List<String>>();
    for (CallBidView bid : view.bids()) {
      String amount =
          bid.deed().equals("withdrawn") ? "taken back" : bid.amount() == null ? "" : bid.amount();
      rows.add(List.of(bid.seller(), Terms.time(bid.at()), amount, bid.commitment()));
    }
    page.table(List.of("Seller", "Received", "Amount", "Commitment, SHA-256"), rows);
  }

  private void proof(Html page, Scope scope, String door, UUID id) {
    var checks = AuctionLog.verify(calls.log(scope, id)).checks();
    page.list(checks.stream().map(AuctionLog.AuctionCheck::text).toList());
    page.line(
        line ->
            line.link("The log", "/p/w/" + door + "/auction/" + id + "/log.jsonl")
                .say(" holds no name. With it, anybody can do the same:"));
    page.pre("wordborne auction verify log.jsonl");
  }

  @GetMapping("/p/w/{door}/auction/{id}/log.jsonl")
  ResponseEntity<byte[]> log(@PathVariable String door, @PathVariable String id) {
    Scope scope = doors.open(door, WishBoard.BOARD).scope();
    var text = new StringBuilder();
    for (var line : calls.log(scope, call(scope, id).id())) {
      text.append(JSON.writeValueAsString(line)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return PublicAnswers.file("log.jsonl", "application/x-ndjson", bytes);
  }
}
