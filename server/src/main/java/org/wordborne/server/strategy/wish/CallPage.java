package org.wordborne.server.strategy.wish;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// A wisher's own page, which only a letter leads to: confirms the address, opens a purchase to
/// sellers, and decides.
@Controller
class CallPage {
  private static final String KIND = "call";

  private final ClientLinks links;
  private final PublicLimit limit;
  private final WishBoard board;
  private final Calls calls;
  private final WishReader reader;
  private final Workspaces workspaces;

  CallPage(
      ClientLinks links,
      PublicLimit limit,
      WishBoard board,
      Calls calls,
      WishReader reader,
      Workspaces workspaces) {
    this.links = links;
    this.limit = limit;
    this.board = board;
    this.calls = calls;
    this.reader = reader;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/w/call/{key}")
  ResponseEntity<String> call(@PathVariable String key) {
    return PublicAnswers.html(200, page(key, links.open(key, KIND), Refused.NOTHING));
  }

  private Html page(String key, Door open, Refused refused) {
    Scope scope = open.scope();
    Wish wish = board.shown(scope, open.about());
    CallRecord call = calls.find(scope, wish.id()).orElse(null);
    Html page = Html.page(PublicFrame.of("Your wish", workspaces.brand(scope).name(), "en"));
    if (wish.purchase() == null) {
      page.lead("Your wish", "Wish " + wish.number() + " on the board.").text(wish.text());
      confirmation(page, wish, key);
    } else if (call == null) {
      List<Seller> sellers = calls.sellers(scope, wish.id());
      page.lead("Your wish", "Not open yet. " + count(sellers.size()));
      page.text(Terms.of(wish));
      confirmation(page, wish, key);
      page.section("Open it to sellers", it -> openForm(it, key, refused));
    } else {
      CallView view = reader.call(scope, call);
      page.lead("Your wish", AuctionPage.sentence(call, view)).text(call.terms());
      page.section("Bids", it -> bids(it, scope, wish.id(), view));
      if (view.state().equals("closed")) {
        page.section("You decide", it -> decideForm(it, key, view));
      }
    }
    return page;
  }

  private void confirmation(Html page, Wish wish, String key) {
    if (wish.contact()) {
      page.p("Your mail address is confirmed: answers are sent to it.");
      return;
    }
    page.section(
        "Is the mail address yours?",
        it ->
            it.form(
                "/p/w/call/" + key + "/confirm",
                limit.formToken("call " + key),
                form -> form.send("Yes, send answers to it")));
  }

  private static String count(int sellers) {
    return switch (sellers) {
      case 0 -> "No seller was invited so far.";
      case 1 -> "One seller was invited so far.";
      default -> sellers + " sellers were invited so far.";
    };
  }

  private void openForm(Html page, String key, Refused sent) {
    Field lasts = new Field("number", "7", "", true, 4, "off");
    String unit = sent.get("unit").isEmpty() ? "days" : sent.get("unit");
    var units = new LinkedHashMap<String, String>();
    units.put("days", "days");
    units.put("hours", "hours");
    units.put("minutes", "minutes");
    page.p(
        "Sealed, first price: nobody reads an amount before the end, also not we. The lowest bid"
            + " within what you pay at most wins at its own price; of equal bids the one received"
            + " first. You may take none. Sellers do not learn who you are before you take a bid.");
    sent.tell(page);
    page.form(
        "/p/w/call/" + key + "/open",
        limit.formToken("call " + key),
        form ->
            form.field("lasts", "How long may they bid?", sent.fill("lasts", lasts))
                .choice("unit", "In", units, unit)
                .tick("sure", "What I wrote is complete; bidding begins now.", true)
                .send("Open it to sellers"));
  }

  /// The buyer sees who bid only once no amount can change any more.
  private void bids(Html page, Scope scope, UUID wish, CallView view) {
    boolean over = view.state().equals("closed") || view.state().equals("settled");
    if (!over) {
      page.p(view.bids().isEmpty() ? "None yet." : view.bids().size() + " came so far, sealed.");
      return;
    }
    var rows = new ArrayList<List<String>>();
    for (CallBidView bid : view.bids()) {
      if (bid.amount() != null) {
        String name =
            calls.sellers(scope, wish).stream()
                .filter(one -> bid.seller().equals("S" + one.number()))
                .map(Seller::name)
                .findFirst()
                .orElse("");
        rows.add(List.of(bid.seller(), name, bid.amount()));
      }
    }
    page.table(List.of("", "Seller", "Amount"), rows);
    if (rows.size() == 1) {
      page.small("One seller only: look whether the price is fair elsewhere, or take none.");
    }
  }

  private void decideForm(Html page, String key, CallView view) {
    page.form(
        "/p/w/call/" + key + "/decide",
        limit.formToken("call " + key),
        form -> {
          if (view.winner() != null) {
            form.p("Who is taken receives your mail address, to write to you.")
                .hidden("take", "yes")
                .send("Take " + view.winner() + " for " + view.price());
          }
          form.quiet("Take none", "none", "yes");
        });
  }

  @PostMapping("/p/w/call/{key}/confirm")
  ResponseEntity<String> confirm(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    Door open = links.open(key, KIND);
    limit.read(request, "call " + key);
    board.confirm(open.scope(), open.about());
    return PublicAnswers.see("/p/w/call/" + key);
  }

  @PostMapping("/p/w/call/{key}/open")
  ResponseEntity<String> open(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    Door open = links.open(key, KIND);
    Posted posted = limit.read(request, "call " + key);
    try {
      if (!posted.ticked("sure")) {
        throw new BadInputException("sure", "", "Tick that what you wrote is complete.");
      }
      calls.open(open.scope(), open.about(), lasts(posted.get("lasts"), posted.get("unit")));
      return PublicAnswers.see("/p/w/call/" + key);
    } catch (BadInputException wrong) {
      Refused refused = Refused.of(posted, wrong.getMessage() + "");
      return PublicAnswers.html(400, page(key, open, refused));
    } catch (ConflictException late) {
      return stands(key, open, late, CallRecord::openedAt);
    }
  }

  /* Sent twice: the page tells what became of the first. */
  private ResponseEntity<String> stands(
      String key, Door open, ConflictException late, Function<CallRecord, @Nullable Instant> done) {
    if (calls.find(open.scope(), open.about()).map(done).isEmpty()) {
      throw late;
    }
    return PublicAnswers.see("/p/w/call/" + key);
  }

  private static Duration lasts(String written, String unit) {
    if (!written.matches("[1-9]\\d{0,3}")) {
      throw new BadInputException("lasts", written, "A whole number, as 7.");
    }
    long count = Long.parseLong(written);
    return switch (unit) {
      case "days" -> Duration.ofDays(count);
      case "hours" -> Duration.ofHours(count);
      case "minutes" -> Duration.ofMinutes(count);
      default -> throw new BadInputException("unit", unit, "Right are days, hours, minutes.");
    };
  }

  @PostMapping("/p/w/call/{key}/decide")
  ResponseEntity<String> decide(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    Door open = links.open(key, KIND);
    Posted posted = limit.read(request, "call " + key);
    try {
      calls.settle(open.scope(), open.about(), posted.ticked("take") && !posted.ticked("none"));
    } catch (ConflictException late) {
      return stands(key, open, late, CallRecord::settledAt);
    }
    return PublicAnswers.see("/p/w/call/" + key);
  }
}
