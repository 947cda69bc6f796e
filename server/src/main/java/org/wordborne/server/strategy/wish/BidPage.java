package org.wordborne.server.strategy.wish;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.Bids.Receipt;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// A seller's own page: bids, lowers, takes back.
@Controller
class BidPage {
  private static final String KIND = "seller";

  private final ClientLinks links;
  private final PublicLimit limit;
  private final WishBoard board;
  private final Calls calls;
  private final Bids bids;
  private final WishReader reader;
  private final Workspaces workspaces;

  BidPage(
      ClientLinks links,
      PublicLimit limit,
      WishBoard board,
      Calls calls,
      Bids bids,
      WishReader reader,
      Workspaces workspaces) {
    this.links = links;
    this.limit = limit;
    this.board = board;
    this.calls = calls;
    this.bids = bids;
    this.reader = reader;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/w/bid/{token}")
  ResponseEntity<String> seller(
      @PathVariable String token, @RequestParam(defaultValue = "") String receipt) {
    Door open = links.open(token, KIND);
    Receipt shown = bids.receipt(open.scope(), open.about(), receipt).orElse(null);
    return PublicAnswers.html(200, page(token, open, shown, Refused.NOTHING));
  }

  @PostMapping("/p/w/bid/{token}")
  ResponseEntity<String> bid(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Door open = links.open(token, KIND);
    Posted posted = limit.read(request, "bid " + token);
    if (posted.ticked("withdraw")) {
      bids.withdraw(open.scope(), open.about(), posted.key());
      return PublicAnswers.see("/p/w/bid/" + token);
    }
    try {
      String amount = posted.get("amount");
      Receipt receipt = bids.bid(open.scope(), open.about(), amount, posted.key());
      String key = bids.key(open.about(), receipt);
      return PublicAnswers.see("/p/w/bid/" + token + "?receipt=" + key);
    } catch (BadInputException wrong) {
      Refused refused = Refused.of(posted, wrong.getMessage() + "");
      return PublicAnswers.html(400, page(token, open, null, refused));
    }
  }

  private Html page(String token, Door open, @Nullable Receipt receipt, Refused refused) {
    Scope scope = open.scope();
    Seller seller = bids.seller(scope, open.about());
    Wish wish = board.get(scope, seller.wish());
    CallRecord call = calls.find(scope, wish.id()).orElse(null);
    String title = seller.name() + ", your price?";
    Html page = Html.page(PublicFrame.of("Your bid", workspaces.brand(scope).name(), "en"));
    if (call == null) {
      page.lead(title, "The buyer has not opened it yet. This link stays good.");
      return page.text(Terms.of(wish));
    }
    CallView view = reader.call(scope, call);
    page.lead(title, AuctionPage.sentence(call, view)).text(call.terms());
    if (receipt != null) {
      receipt(page, receipt);
    }
    String own = "S" + seller.number();
    boolean stands = stands(view, own);
    if (view.state().equals("open")) {
      page.section(
          stands ? "Your bid stands. Another one?" : "Your bid",
          it -> form(it, token, call.currency(), stands, refused));
    } else if (own.equals(view.winner())) {
      page.answer("good", it -> it.p(won(view)));
    }
    return page;
  }

  private static String won(CallView view) {
    return Boolean.TRUE.equals(view.taken())
        ? "Your bid was taken; the buyer's address was sent to you."
        : "Your bid is the lowest. The buyer decides.";
  }

  private static boolean stands(CallView view, String seller) {
    boolean stands = false;
    for (CallBidView bid : view.bids()) {
      stands = bid.seller().equals(seller) ? bid.deed().equals("bid") : stands;
    }
    return stands;
  }

  private static void receipt(Html page, Receipt receipt) {
    page.answer(
        "good",
        it ->
            it.p("Your bid of " + receipt.amount() + " was received and closed.")
                .small(
                    "Keep this page: the number below is shown here for fifteen minutes only. With"
                        + " it you can prove that the published commitment is to your amount.")
                .facts(
                    List.of(
                        List.of("You are", receipt.seller()),
                        List.of("Commitment", receipt.commitment()),
                        List.of("Number", receipt.nonce()))));
  }

  private void form(Html page, String token, String currency, boolean stands, Refused refused) {
    refused.tell(page);
    page.form(
        "/p/w/bid/" + token,
        limit.formToken("bid " + token),
        form -> {
          Field amount = Field.text().noted("As 240.00 " + currency + ", for all of it.");
          form.field("amount", "Your price", refused.fill("amount", amount)).send("Send it sealed");
          if (stands) {
            form.quiet("Take my bid back", "withdraw", "yes");
          }
        });
  }
}
