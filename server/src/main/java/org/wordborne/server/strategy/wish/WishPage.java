package org.wordborne.server.strategy.wish;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBoard.WishDraft;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// The board of wishes for everybody: read, wish, wish it too.
@Controller
@Open("whoever comes may wish")
class WishPage {
  static final Map<String, String> STATES =
      Map.of(
          "heard", "Heard",
          "planned", "Planned",
          "offered", "On offer",
          "done", "Done",
          "no", "No");

  private static final Map<String, String> GERMAN_STATES =
      Map.of(
          "heard", "Gehört",
          "planned", "Geplant",
          "offered", "Im Angebot",
          "done", "Erledigt",
          "no", "Nein");

  private final PublicDoors doors;
  private final PublicLimit limit;
  private final WishBoard board;
  private final Calls calls;
  private final Workspaces workspaces;
  private final InstantSource clock;

  WishPage(
      PublicDoors doors,
      PublicLimit limit,
      WishBoard board,
      Calls calls,
      Workspaces workspaces,
      InstantSource clock) {
    this.doors = doors;
    this.limit = limit;
    this.board = board;
    this.calls = calls;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @GetMapping("/p/w/{door}")
  ResponseEntity<String> board(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String voted,
      @RequestParam(defaultValue = "") String posted,
      HttpServletRequest request) {
    Door open = doors.open(door, WishBoard.BOARD);
    String deed = voted.isEmpty() ? "posted-" + posted : "voted-" + voted;
    var visit = new Visit(open.scope(), door, PageLanguage.of(request), Refused.NOTHING);
    return PublicAnswers.html(200, board(visit, deed));
  }

  /// Who looks at which board.
  private record Visit(Scope scope, String door, PageLanguage say, Refused refused) {
    String words(String english, String german) {
      return say.words(english, german);
    }

    String path(String below) {
      return say.on("/p/w/" + door + below);
    }
  }

  private Html board(Visit visit, String deed) {
    String brand = workspaces.brand(visit.scope()).name();
    String title = visit.words("Wishes", "Wünsche");
    Html page = Html.page(visit.say().frame(title, brand, "/p/w/" + visit.door()));
    page.lead(
        visit.words("What do you wish for?", "Was wünschen Sie sich?"),
        visit.words(
            "Say it here, or wish with others. A person answers.",
            "Sagen Sie es hier, oder wünschen Sie mit anderen. Ein Mensch antwortet."));
    told(page, deed, visit.say());
    List<Wish> wishes = board.open(visit.scope());
    return page.columns(it -> wishes(it, visit, wishes), it -> forms(it, visit));
  }

  /// Says what became of the form that led here.
  private static void told(Html page, String deed, PageLanguage say) {
    String posted = say.words("It is posted.", "Er steht da.");
    switch (deed) {
      case "voted-yes" ->
          page.answer(
              "good", it -> it.p(say.words("Your wish was counted.", "Ihr Wunsch wurde gezählt.")));
      case "voted-again" ->
          page.answer(
              "note",
              it ->
                  it.p(
                      say.words(
                          "It was counted before: one vote from each connection.",
                          "Er war schon gezählt: eine Stimme von jedem Anschluss.")));
      case "posted-yes" -> page.answer("good", it -> it.p(posted));
      case "posted-letter" ->
          page.answer(
              "good",
              it ->
                  it.p(posted)
                      .p(
                          say.words(
                              "A letter with a link of your own goes to your mail address. By the"
                                  + " link you say that the address is yours, and open a purchase"
                                  + " to sellers.",
                              "Ein Brief mit einem eigenen Link geht an Ihre Mailadresse. Mit dem"
                                  + " Link sagen Sie, dass die Adresse Ihre ist, und öffnen einen"
                                  + " Kauf für Anbieter.")));
      case "posted-aside" ->
          page.answer(
              "note",
              it ->
                  it.p(
                      say.words(
                          "It was received. It came so fast that a person looks at it first.",
                          "Er ist angekommen, aber so schnell, dass ihn erst ein Mensch ansieht.")));
      default -> {}
    }
  }

  private void wishes(Html page, Visit visit, List<Wish> wishes) {
    if (wishes.isEmpty()) {
      page.p(
          visit.words(
              "Nobody wished for anything yet. Yours would be the first.",
              "Noch hat sich niemand etwas gewünscht. Ihr Wunsch wäre der erste."));
    }
    wishes.forEach(wish -> wish(page, visit, wish));
  }

  private void wish(Html page, Visit visit, Wish wish) {
    page.section(
        visit.words("Wish ", "Wunsch ") + wish.number() + ", " + count(visit, wish.votes()),
        it -> {
          it.voice(wish.text(), "");
          if (!wish.answer().isEmpty()) {
            answered(it, visit, wish);
          }
          var call =
              wish.purchase() == null ? null : calls.find(visit.scope(), wish.id()).orElse(null);
          if (call != null) {
            String words =
                visit.words(
                    "Sellers bid for it, sealed: look", "Anbieter bieten verschlossen: ansehen");
            it.line(line -> line.link(words, visit.path("/auction/" + call.id())));
          }
          it.form(
              visit.path("/vote"),
              limit.formToken(what(visit.door())),
              form ->
                  form.hidden("wish", wish.id().toString())
                      .send(visit.words("I wish it too", "Das wünsche ich auch")));
        });
  }

  private static String count(Visit visit, int votes) {
    return votes == 1
        ? visit.words("1 vote", "1 Stimme")
        : votes + visit.words(" votes", " Stimmen");
  }

  private static void answered(Html page, Visit visit, Wish wish) {
    var states = visit.say().german() ? GERMAN_STATES : STATES;
    String state = states.getOrDefault(wish.state(), "");
    String says = wish.answeredBy() + ": " + wish.answer();
    page.answer(
        wish.state().equals("no") ? "bad" : "good",
        one -> one.line(line -> line.bold(state + ". ").say(says)));
  }

  private static String what(String door) {
    return "wishes " + door;
  }

  private void forms(Html page, Visit visit) {
    boolean buys = visit.refused().ticked("buy");
    page.section(
        visit.words("A wish of yours", "Ihr Wunsch"),
        it -> form(it, visit, buys ? Refused.NOTHING : visit.refused(), WishPage::plain));
    page.section(
        visit.words("Something you want to buy", "Etwas, das Sie kaufen wollen"),
        it -> form(it, visit, buys ? visit.refused() : Refused.NOTHING, WishPage::purchase));
  }

  private void form(Html page, Visit visit, Refused refused, Fields fields) {
    refused.tell(page);
    page.form(
        visit.path(""),
        limit.formToken(what(visit.door())),
        form -> fields.write(form, refused, visit.say()));
  }

  /// Writes the fields of a form.
  private interface Fields {
    void write(PublicForm form, Refused sent, PageLanguage say);
  }

  private static void plain(PublicForm form, Refused sent, PageLanguage say) {
    Field wish = new Field("text", "", "", true, 300, "off");
    Field mail =
        Field.mail()
            .free()
            .noted(
                say.words(
                    "If you want the answer by mail; for nothing else.",
                    "Wenn Sie die Antwort per Mail wollen; für nichts sonst."));
    form.area(
            "text",
            say.words("What do you wish for?", "Was wünschen Sie sich?"),
            sent.fill("text", wish))
        .field("mail", say.words("Your mail address", "Ihre Mailadresse"), sent.fill("mail", mail))
        .send(say.words("Wish it", "Wünschen"));
  }

  private static void purchase(PublicForm form, Refused sent, PageLanguage say) {
    Field text = new Field("text", "", "", true, 300, "off");
    Field quantity = new Field("number", "", "", true, 6, "off");
    Field day = new Field("date", "", "", true, 10, "off");
    Field limit =
        Field.text()
            .noted(
                say.words(
                    "As 300.00 GBP. It stays closed until bidding is over.",
                    "Etwa 300.00 EUR. Es bleibt verschlossen, bis das Bieten vorbei ist."));
    Field mail =
        Field.mail().noted(say.words("The winner writes to it.", "Wer gewinnt, schreibt dorthin."));
    form.p(
            say.words(
                "Sellers bid for it, sealed. You alone open it, decide, and may take none.",
                "Anbieter bieten verschlossen. Nur Sie öffnen es und entscheiden; Sie müssen keines"
                    + " nehmen."))
        .area("text", say.words("What is it?", "Was ist es?"), sent.fill("text", text))
        .field("quantity", say.words("How many?", "Wie viele?"), sent.fill("quantity", quantity))
        .field("place", say.words("Where?", "Wo?"), sent.fill("place", Field.text()))
        .field("day", say.words("By which day?", "Bis zu welchem Tag?"), sent.fill("day", day))
        .field(
            "limit",
            say.words("What do you pay at most?", "Was zahlen Sie höchstens?"),
            sent.fill("limit", limit))
        .field("mail", say.words("Your mail address", "Ihre Mailadresse"), sent.fill("mail", mail))
        .hidden("buy", "yes")
        .send(say.words("Post it", "Aushängen"));
  }

  @PostMapping("/p/w/{door}")
  ResponseEntity<String> post(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, WishBoard.BOARD);
    Posted posted = limit.read(request, what(door));
    PageLanguage say = PageLanguage.of(request);
    try {
      var made = board.post(open.scope(), draft(posted, say));
      String how = made.aside() ? "aside" : made.written() ? "letter" : "yes";
      return PublicAnswers.see(say.on("/p/w/" + door + "?posted=" + how));
    } catch (BadInputException wrong) {
      Refused refused = Refused.of(posted, say.words(wrong.getMessage() + "", german(wrong)));
      return PublicAnswers.html(400, board(new Visit(open.scope(), door, say, refused), ""));
    }
  }

  private static String german(BadInputException wrong) {
    return switch (wrong.field()) {
      case "text" -> "Ein Wunsch hat 3 bis 300 Zeichen.";
      case "mail" -> "Bitte nennen Sie eine Mailadresse, etwa anna@example.org.";
      case "quantity" -> "Wie viele: eine ganze Zahl von 1 bis 999999.";
      case "place" -> "Bitte sagen Sie, wo, in höchstens 200 Zeichen.";
      case "day" -> "Der Tag liegt nach heute und in den nächsten zwei Jahren.";
      case "limit" -> "Ein Betrag über null ist eine Zahl mit Punkt und eine Währung: 300.00 EUR.";
      default -> "Das Formular ist nicht vollständig.";
    };
  }

  private WishDraft draft(Posted posted, PageLanguage say) {
    Money limit = posted.ticked("buy") ? limit(posted.get("limit")) : null;
    Purchase purchase =
        limit == null
            ? null
            : new Purchase(
                quantity(posted.get("quantity")),
                place(posted.get("place")),
                day(posted.get("day")),
                limit.currency());
    return new WishDraft(
        posted.get("text"),
        posted.get("mail"),
        purchase,
        limit,
        posted.addressHash(),
        posted.fast(),
        posted.key(),
        say);
  }

  private static Money limit(String written) {
    Money limit = Money.of("limit", written);
    if (limit.minor() <= 0) {
      throw new BadInputException("limit", written, "You pay more than nothing, as 300.00 GBP.");
    }
    return limit;
  }

  private static int quantity(String written) {
    if (!written.matches("[1-9]\\d{0,5}")) {
      throw new BadInputException("quantity", written, "How many, from 1 to 999999.");
    }
    return Integer.parseInt(written);
  }

  private static String place(String written) {
    String place = Mailroom.flat(written);
    if (place.isEmpty() || place.length() > 200) {
      throw new BadInputException("place", written, "Where it is wanted, in 1 to 200 letters.");
    }
    return place;
  }

  private LocalDate day(String written) {
    LocalDate day = parsed(written);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (day == null || !day.isAfter(today) || day.isAfter(today.plusYears(2))) {
      throw new BadInputException(
          "day", written, "The day it is wanted by, after today, as " + today.plusDays(60) + ".");
    }
    return day;
  }

  private static @Nullable LocalDate parsed(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }

  @PostMapping("/p/w/{door}/vote")
  ResponseEntity<String> vote(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, WishBoard.BOARD);
    Posted posted = limit.read(request, what(door));
    boolean counted = board.vote(open.scope(), id(posted.get("wish")), posted.addressHash());
    String how = "?voted=" + (counted ? "yes" : "again");
    return PublicAnswers.see(PageLanguage.of(request).on("/p/w/" + door + how));
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException("wish", written, "There is no such wish.");
    }
  }
}
