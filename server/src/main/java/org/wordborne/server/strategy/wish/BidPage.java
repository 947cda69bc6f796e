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
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.Bids.Receipt;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// A seller's own page: bids, lowers, takes back.
@Controller
@Open("the token in the address is the seller's")
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
      @PathVariable String token,
      @RequestParam(defaultValue = "") String receipt,
      HttpServletRequest request) {
    Door open = links.open(token, KIND);
    var visit = new Visit(token, open, PageLanguage.of(request));
    Receipt shown = bids.receipt(open.scope(), open.about(), receipt).orElse(null);
    return PublicAnswers.html(200, page(visit, shown, Refused.NOTHING));
  }

  /// Who looks at which invitation.
  private record Visit(String token, Door open, PageLanguage say) {
    String words(String english, String german) {
      return say.words(english, german);
    }

    String path() {
      return say.on("/p/w/bid/" + token);
    }
  }

  @PostMapping("/p/w/bid/{token}")
  ResponseEntity<String> bid(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Door open = links.open(token, KIND);
    Posted posted = limit.read(request, "bid " + token);
    var visit = new Visit(token, open, PageLanguage.of(request));
    if (posted.ticked("withdraw")) {
      bids.withdraw(open.scope(), open.about(), posted.key());
      return PublicAnswers.see(visit.path());
    }
    try {
      String amount = posted.get("amount");
      Receipt receipt = bids.bid(open.scope(), open.about(), amount, posted.key());
      return PublicAnswers.see(visit.path() + "&receipt=" + bids.key(open.about(), receipt));
    } catch (BadInputException wrong) {
      String german =
          "Ein Gebot über null ist eine Zahl mit Punkt, in der Währung der Anfrage: 240.00.";
      Refused refused = Refused.of(posted, visit.words(wrong.getMessage() + "", german));
      return PublicAnswers.html(400, page(visit, null, refused));
    }
  }

  private Html page(Visit visit, @Nullable Receipt receipt, Refused refused) {
    Scope scope = visit.open().scope();
    Seller seller = bids.seller(scope, visit.open().about());
    Wish wish = board.get(scope, seller.wish());
    CallRecord call = calls.find(scope, wish.id()).orElse(null);
    String title = seller.name() + visit.words(", your price?", ", Ihr Preis?");
    String brand = workspaces.brand(scope).name();
    String head = visit.words("Your bid", "Ihr Gebot");
    Html page = Html.page(visit.say().frame(head, brand, "/p/w/bid/" + visit.token()));
    if (call == null) {
      String closed =
          visit.words(
              "The buyer has not opened it yet. This link stays good.",
              "Es ist noch nicht geöffnet. Dieser Link bleibt gültig.");
      return page.lead(title, closed).text(Terms.of(wish));
    }
    CallView view = reader.call(scope, call);
    page.lead(title, AuctionPage.sentence(call, view, visit.say())).text(call.terms());
    if (receipt != null) {
      receipt(page, receipt, visit);
    }
    String own = "S" + seller.number();
    boolean stands = stands(view, own);
    if (view.state().equals("open")) {
      page.section(
          stands
              ? visit.words("Your bid stands. Another one?", "Ihr Gebot steht. Ein anderes?")
              : visit.words("Your bid", "Ihr Gebot"),
          it -> form(it, visit, call.currency(), stands, refused));
    } else if (own.equals(view.winner())) {
      page.answer("good", it -> it.p(won(view, visit)));
    }
    return page;
  }

  private static String won(CallView view, Visit visit) {
    return Boolean.TRUE.equals(view.taken())
        ? visit.words(
            "Your bid was taken; the buyer's address was sent to you.",
            "Ihr Gebot wurde angenommen; die Adresse, an die Sie schreiben, haben Sie per Mail.")
        : visit.words(
            "Your bid is the lowest. The buyer decides.",
            "Ihr Gebot ist das niedrigste. Wer kauft, entscheidet.");
  }

  private static boolean stands(CallView view, String seller) {
    boolean stands = false;
    for (CallBidView bid : view.bids()) {
      stands = bid.seller().equals(seller) ? bid.deed().equals("bid") : stands;
    }
    return stands;
  }

  private static void receipt(Html page, Receipt receipt, Visit visit) {
    String taken =
        visit.words(
            "Your bid of %s was received and closed.",
            "Ihr Gebot von %s ist angekommen und verschlossen.");
    String keep =
        visit.words(
            "Keep this page: the number below is shown here for fifteen minutes only. With it you"
                + " can prove that the published commitment is to your amount.",
            "Bewahren Sie diese Seite auf: Die Zahl unten steht hier nur fünfzehn Minuten. Mit ihr"
                + " können Sie beweisen, dass die veröffentlichte Festlegung zu Ihrem Betrag"
                + " gehört.");
    page.answer(
        "good",
        it ->
            it.p(taken.formatted(receipt.amount()))
                .small(keep)
                .facts(
                    List.of(
                        List.of(visit.words("You are", "Sie sind"), receipt.seller()),
                        List.of(visit.words("Commitment", "Festlegung"), receipt.commitment()),
                        List.of(visit.words("Number", "Zahl"), receipt.nonce()))));
  }

  private void form(Html page, Visit visit, String currency, boolean stands, Refused refused) {
    refused.tell(page);
    String note =
        visit.words("As 240.00 %s, for all of it.", "Etwa 240.00 %s, für alles zusammen.");
    Field amount = Field.text().noted(note.formatted(currency));
    page.form(
        visit.path(),
        limit.formToken("bid " + visit.token()),
        form -> {
          form.field(
                  "amount", visit.words("Your price", "Ihr Preis"), refused.fill("amount", amount))
              .send(visit.words("Send it sealed", "Verschlossen senden"));
          if (stands) {
            form.quiet(
                visit.words("Take my bid back", "Mein Gebot zurücknehmen"), "withdraw", "yes");
          }
        });
  }
}
