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
import java.util.function.BiConsumer;
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
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBoard.WishDraft;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// The board of wishes for everybody: read, wish, wish it too.
@Controller
class WishPage {
  static final Map<String, String> STATES =
      Map.of(
          "heard", "Heard",
          "planned", "Planned",
          "offered", "On offer",
          "done", "Done",
          "no", "No");

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
      @RequestParam(defaultValue = "") String posted) {
    Door open = doors.open(door, WishBoard.BOARD);
    String deed = voted.isEmpty() ? "posted-" + posted : "voted-" + voted;
    return PublicAnswers.html(200, board(open.scope(), door, deed, Refused.NOTHING));
  }

  private Html board(Scope scope, String door, String deed, Refused refused) {
    Html page = frame(scope, "Wishes");
    page.lead("What do you wish for?", "Say it here, or wish with others. A person answers.");
    told(page, deed);
    List<Wish> wishes = board.open(scope);
    return page.columns(it -> wishes(it, scope, door, wishes), it -> forms(it, door, refused));
  }

  /// Says what became of the form that led here.
  private static void told(Html page, String deed) {
    switch (deed) {
      case "voted-yes" -> page.answer("good", it -> it.p("Your wish was counted."));
      case "voted-again" ->
          page.answer("note", it -> it.p("It was counted before: one vote from each connection."));
      case "posted-yes" -> page.answer("good", it -> it.p("It is posted."));
      case "posted-letter" ->
          page.answer(
              "good",
              it ->
                  it.p("It is posted.")
                      .p(
                          "A letter with a link of your own goes to your mail address. By the link"
                              + " you say that the address is yours, and open a purchase to"
                              + " sellers."));
      case "posted-aside" ->
          page.answer(
              "note",
              it -> it.p("It was received. It came so fast that a person looks at it first."));
      default -> {}
    }
  }

  private Html frame(Scope scope, String title) {
    return Html.page(PublicFrame.of(title, workspaces.brand(scope).name(), "en"));
  }

  private void wishes(Html page, Scope scope, String door, List<Wish> wishes) {
    if (wishes.isEmpty()) {
      page.p("Nobody wished for anything yet. Yours would be the first.");
    }
    wishes.forEach(wish -> wish(page, scope, door, wish));
  }

  private void wish(Html page, Scope scope, String door, Wish wish) {
    String count = wish.votes() == 1 ? "1 vote" : wish.votes() + " votes";
    page.section(
        "Wish " + wish.number() + ", " + count,
        it -> {
          it.voice(wish.text(), "");
          if (!wish.answer().isEmpty()) {
            String state = STATES.getOrDefault(wish.state(), "");
            String says = wish.answeredBy() + ": " + wish.answer();
            it.answer(
                wish.state().equals("no") ? "bad" : "good",
                one -> one.line(line -> line.bold(state + ". ").say(says)));
          }
          var call = wish.purchase() == null ? null : calls.find(scope, wish.id()).orElse(null);
          if (call != null) {
            String path = "/p/w/" + door + "/auction/" + call.id();
            it.line(line -> line.link("Sellers bid for it, sealed: look", path));
          }
          it.form(
              "/p/w/" + door + "/vote",
              limit.formToken(what(door)),
              form -> form.hidden("wish", wish.id().toString()).send("I wish it too"));
        });
  }

  private static String what(String door) {
    return "wishes " + door;
  }

  private void forms(Html page, String door, Refused refused) {
    boolean buys = refused.ticked("buy");
    page.section(
        "A wish of yours", it -> form(it, door, buys ? Refused.NOTHING : refused, WishPage::plain));
    page.section(
        "Something you want to buy",
        it -> form(it, door, buys ? refused : Refused.NOTHING, WishPage::purchase));
  }

  private void form(
      Html page, String door, Refused refused, BiConsumer<PublicForm, Refused> fields) {
    refused.tell(page);
    page.form("/p/w/" + door, limit.formToken(what(door)), form -> fields.accept(form, refused));
  }

  private static void plain(PublicForm form, Refused sent) {
    Field wish = new Field("text", "", "", true, 300, "off");
    Field mail = Field.mail().free().noted("If you want the answer by mail; for nothing else.");
    form.area("text", "What do you wish for?", sent.fill("text", wish))
        .field("mail", "Your mail address", sent.fill("mail", mail))
        .send("Wish it");
  }

  private static void purchase(PublicForm form, Refused sent) {
    Field text = new Field("text", "", "", true, 300, "off");
    Field quantity = new Field("number", "", "", true, 6, "off");
    Field day = new Field("date", "", "", true, 10, "off");
    Field limit = Field.text().noted("As 300.00 GBP. It stays closed until bidding is over.");
    Field mail = Field.mail().noted("The winner writes to it.");
    form.p("Sellers bid for it, sealed. You alone open it, decide, and may take none.")
        .area("text", "What is it?", sent.fill("text", text))
        .field("quantity", "How many?", sent.fill("quantity", quantity))
        .field("place", "Where?", sent.fill("place", Field.text()))
        .field("day", "By which day?", sent.fill("day", day))
        .field("limit", "What do you pay at most?", sent.fill("limit", limit))
        .field("mail", "Your mail address", sent.fill("mail", mail))
        .hidden("buy", "yes")
        .send("Post it");
  }

  @PostMapping("/p/w/{door}")
  ResponseEntity<String> post(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, WishBoard.BOARD);
    Posted posted = limit.read(request, what(door));
    try {
      var made = board.post(open.scope(), draft(posted));
      String how = made.aside() ? "aside" : made.written() ? "letter" : "yes";
      return PublicAnswers.see("/p/w/" + door + "?posted=" + how);
    } catch (BadInputException wrong) {
      Refused refused = Refused.of(posted, wrong.getMessage() + "");
      return PublicAnswers.html(400, board(open.scope(), door, "", refused));
    }
  }

  private WishDraft draft(Posted posted) {
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
        posted.key());
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
    return PublicAnswers.see("/p/w/" + door + "?voted=" + (counted ? "yes" : "again"));
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException("wish", written, "There is no such wish.");
    }
  }
}
