package org.wordborne.server.strategy.wish;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// A wisher's own page, which only a letter leads to: confirms the address, opens a purchase to
/// sellers, and decides.
@Controller
@Open("the key in the address is the seller's")
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

  /// Who looks at which wish.
  private record Visit(String key, Door open, PageLanguage say) {
    String words(String english, String german) {
      return say.words(english, german);
    }

    String path(String below) {
      return say.on("/p/w/call/" + key + below);
    }
  }

  private Visit visit(String key, HttpServletRequest request) {
    return new Visit(key, links.open(key, KIND), PageLanguage.of(request));
  }

  @GetMapping("/p/w/call/{key}")
  ResponseEntity<String> call(@PathVariable String key, HttpServletRequest request) {
    return PublicAnswers.html(200, page(visit(key, request), Refused.NOTHING));
  }

  private Html page(Visit visit, Refused refused) {
    Scope scope = visit.open().scope();
    Wish wish = board.shown(scope, visit.open().about());
    CallRecord call = calls.find(scope, wish.id()).orElse(null);
    String title = visit.words("Your wish", "Ihr Wunsch");
    String brand = workspaces.brand(scope).name();
    Html page = Html.page(visit.say().frame(title, brand, "/p/w/call/" + visit.key()));
    if (wish.purchase() == null) {
      String where = visit.words("Wish %d on the board.", "Wunsch %d an der Tafel.");
      page.lead(title, where.formatted(wish.number())).text(wish.text());
      confirmation(page, wish, visit);
    } else if (call == null) {
      int sellers = calls.sellers(scope, wish.id()).size();
      page.lead(
          title, visit.words("Not open yet. ", "Noch nicht geöffnet. ") + count(sellers, visit));
      page.text(Terms.of(wish));
      confirmation(page, wish, visit);
      page.section(opens(visit), it -> openForm(it, visit, refused));
    } else {
      CallView view = reader.call(scope, call);
      page.lead(title, AuctionPage.sentence(call, view, visit.say())).text(call.terms());
      page.section(visit.words("Bids", "Gebote"), it -> bids(it, visit, wish.id(), view));
      if (view.state().equals("closed")) {
        page.section(
            visit.words("You decide", "Sie entscheiden"), it -> decideForm(it, visit, view));
      }
    }
    return page;
  }

  private static String opens(Visit visit) {
    return visit.words("Open it to sellers", "Für Anbieter öffnen");
  }

  private void confirmation(Html page, Wish wish, Visit visit) {
    if (wish.contact()) {
      page.p(
          visit.words(
              "Your mail address is confirmed: answers are sent to it.",
              "Ihre Mailadresse ist bestätigt: Antworten gehen dorthin."));
      return;
    }
    page.section(
        visit.words("Is the mail address yours?", "Ist die Mailadresse Ihre?"),
        it ->
            it.form(
                visit.path("/confirm"),
                limit.formToken("call " + visit.key()),
                form ->
                    form.send(
                        visit.words(
                            "Yes, send answers to it", "Ja, senden Sie Antworten dorthin"))));
  }

  private static String count(int sellers, Visit visit) {
    return switch (sellers) {
      case 0 ->
          visit.words("No seller was invited so far.", "Bisher ist kein Anbieter eingeladen.");
      case 1 ->
          visit.words("One seller was invited so far.", "Bisher ist ein Anbieter eingeladen.");
      default ->
          visit
              .words("%d sellers were invited so far.", "Bisher sind %d Anbieter eingeladen.")
              .formatted(sellers);
    };
  }

  private void openForm(Html page, Visit visit, Refused sent) {
    Field lasts = new Field("number", "7", "", true, 4, "off");
    String unit = sent.get("unit").isEmpty() ? "days" : sent.get("unit");
    var units = new LinkedHashMap<String, String>();
    units.put("days", visit.words("days", "Tage"));
    units.put("hours", visit.words("hours", "Stunden"));
    units.put("minutes", visit.words("minutes", "Minuten"));
    page.p(
        visit.words(
            "Sealed, first price: nobody reads an amount before the end, also not we. The lowest"
                + " bid within what you pay at most wins at its own price; of equal bids the one"
                + " received first. You may take none. Sellers do not learn who you are before you"
                + " take a bid.",
            "Verschlossen, zum eigenen Preis: Vor dem Ende liest niemand einen Betrag, auch wir"
                + " nicht. Das niedrigste Gebot in dem, was Sie höchstens zahlen, gewinnt zu seinem"
                + " eigenen Preis; von gleichen das zuerst angekommene. Sie müssen keines nehmen."
                + " Anbieter erfahren erst, wer Sie sind, wenn Sie ein Gebot annehmen."));
    sent.tell(page);
    page.form(
        visit.path("/open"),
        limit.formToken("call " + visit.key()),
        form ->
            form.field(
                    "lasts",
                    visit.words("How long may they bid?", "Wie lange darf geboten werden?"),
                    sent.fill("lasts", lasts))
                .choice("unit", "In", units, unit)
                .tick(
                    "sure",
                    visit.words(
                        "What I wrote is complete; bidding begins now.",
                        "Was ich schrieb, ist vollständig; das Bieten beginnt jetzt."),
                    true)
                .send(opens(visit)));
  }

  /// The buyer sees who bid only once no amount can change any more.
  private void bids(Html page, Visit visit, UUID wish, CallView view) {
    boolean over = view.state().equals("closed") || view.state().equals("settled");
    if (!over) {
      int came = view.bids().size();
      page.p(
          came == 0
              ? visit.words("None yet.", "Noch keines.")
              : visit
                  .words("%d came so far, sealed.", "Bisher kamen %d, verschlossen.")
                  .formatted(came));
      return;
    }
    var rows = new ArrayList<List<String>>();
    for (CallBidView bid : view.bids()) {
      if (bid.amount() != null) {
        String name =
            calls.sellers(visit.open().scope(), wish).stream()
                .filter(one -> bid.seller().equals("S" + one.number()))
                .map(Seller::name)
                .findFirst()
                .orElse("");
        rows.add(List.of(bid.seller(), name, bid.amount()));
      }
    }
    page.table(
        List.of("", visit.words("Seller", "Anbieter"), visit.words("Amount", "Betrag")), rows);
    if (rows.size() == 1) {
      page.small(
          visit.words(
              "One seller only: look whether the price is fair elsewhere, or take none.",
              "Nur ein Anbieter: Sehen Sie nach, was es anderswo kostet, oder nehmen Sie keines."));
    }
  }

  private void decideForm(Html page, Visit visit, CallView view) {
    page.form(
        visit.path("/decide"),
        limit.formToken("call " + visit.key()),
        form -> {
          if (view.winner() != null) {
            form.p(
                    visit.words(
                        "Who is taken receives your mail address, to write to you.",
                        "Wen Sie annehmen, bekommt Ihre Mailadresse, um Ihnen zu schreiben."))
                .hidden("take", "yes")
                .send(
                    visit
                        .words("Take %s for %s", "%s für %s annehmen")
                        .formatted(view.winner(), view.price()));
          }
          form.quiet(visit.words("Take none", "Keines annehmen"), "none", "yes");
        });
  }

  @PostMapping("/p/w/call/{key}/confirm")
  ResponseEntity<String> confirm(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    Visit visit = visit(key, request);
    limit.read(request, "call " + key);
    board.confirm(visit.open().scope(), visit.open().about());
    return PublicAnswers.see(visit.path(""));
  }

  @PostMapping("/p/w/call/{key}/open")
  ResponseEntity<String> open(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    Visit visit = visit(key, request);
    Posted posted = limit.read(request, "call " + key);
    try {
      if (!posted.ticked("sure")) {
        throw new BadInputException("sure", "", "Tick that what you wrote is complete.");
      }
      Duration lasts = lasts(posted.get("lasts"), posted.get("unit"));
      calls.open(visit.open().scope(), visit.open().about(), lasts);
      return PublicAnswers.see(visit.path(""));
    } catch (BadInputException wrong) {
      String why = visit.words(wrong.getMessage() + "", german(wrong));
      return PublicAnswers.html(400, page(visit, Refused.of(posted, why)));
    } catch (ConflictException late) {
      return stands(visit, late, _ -> true);
    }
  }

  private static String german(BadInputException wrong) {
    return switch (wrong.field()) {
      case "sure" -> "Kreuzen Sie an, dass vollständig ist, was Sie schrieben.";
      case "lasts" ->
          "Eine ganze Zahl, etwa 7: von einer Minute bis 60 Tage, und zu Ende vor dem Tag, bis zu"
              + " dem Sie es brauchen.";
      default -> "Wählen Sie Tage, Stunden oder Minuten.";
    };
  }

  /* Sent twice: the page tells what became of the first. */
  private ResponseEntity<String> stands(
      Visit visit, ConflictException late, Predicate<CallRecord> done) {
    if (calls.find(visit.open().scope(), visit.open().about()).filter(done).isEmpty()) {
      throw late;
    }
    return PublicAnswers.see(visit.path(""));
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
    Visit visit = visit(key, request);
    Posted posted = limit.read(request, "call " + key);
    boolean takes = posted.ticked("take") && !posted.ticked("none");
    try {
      calls.settle(visit.open().scope(), visit.open().about(), takes);
    } catch (ConflictException late) {
      return stands(visit, late, call -> call.settledAt() != null);
    }
    return PublicAnswers.see(visit.path(""));
  }
}
