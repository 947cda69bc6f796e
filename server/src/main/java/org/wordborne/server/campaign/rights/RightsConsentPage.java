package org.wordborne.server.campaign.rights;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.wordborne.server.campaign.rights.RightsDesk.RightsAnswer;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.publicpage.Refused;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// The page on which a person lets us use their words, or not, and takes it back.
@Controller
@RequestMapping("/p/g/ask/{token}")
@Open("the token in the address is the author's")
class RightsConsentPage {
  private final ClientLinks links;
  private final PublicLimit limit;
  private final RightsDesk desk;
  private final Mentions mentions;
  private final Workspaces workspaces;
  private final PublicAddress address;
  private final InstantSource clock;

  RightsConsentPage(
      ClientLinks links,
      PublicLimit limit,
      RightsDesk desk,
      Mentions mentions,
      Workspaces workspaces,
      PublicAddress address,
      InstantSource clock) {
    this.links = links;
    this.limit = limit;
    this.desk = desk;
    this.mentions = mentions;
    this.workspaces = workspaces;
    this.address = address;
    this.clock = clock;
  }

  private record Visit(
      Door door, RightsAsk ask, Optional<Mention> word, String brand, boolean german) {
    String words(String english, String inGerman) {
      return german ? inGerman : english;
    }

    String terms() {
      return RightsTerms.text(brand, ask.uses(), ask.until(), german);
    }
  }

  private Visit visit(String token, HttpServletRequest request) {
    Door door = links.open(token, RightsDesk.LINK);
    RightsAsk ask = desk.find(door.scope(), door.about());
    return new Visit(
        door,
        ask,
        mentions.find(door.scope(), ask.mention()).filter(word -> !word.isDeleted()),
        workspaces.brand(door.scope()).name(),
        request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage()));
  }

  @GetMapping
  ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
    return PublicAnswers.html(200, page(token, visit(token, request), Refused.NOTHING));
  }

  private Html page(String token, Visit visit, Refused refused) {
    String title = visit.words("May we use your words?", "Dürfen wir Ihre Worte verwenden?");
    Html page = Html.page(PublicFrame.of(title, visit.brand(), visit.german() ? "de" : "en"));
    page.lead(title, "");
    visit
        .word()
        .ifPresentOrElse(
            word -> words(page, word, visit),
            () ->
                page.p(
                    visit.words(
                        "The words were taken back where they stood.",
                        "Die Worte wurden dort zurückgenommen, wo sie standen.")));
    String action = "/p/g/ask/" + token;
    String form = limit.formToken("rights " + token);
    switch (visit.ask().stateNow(clock.instant())) {
      case "asked" -> asked(page, action, form, visit, refused);
      case "granted" -> granted(page, action, form, visit);
      case "refused" ->
          page.answer(
              "note",
              it ->
                  it.p(
                      visit.words(
                          "You answered no. Your words are not used.",
                          "Sie haben Nein gesagt. Ihre Worte werden nicht verwendet.")));
      case "withdrawn" ->
          page.answer(
              "note",
              it ->
                  it.p(
                      visit.words(
                          "This is withdrawn. Your words are not used any more.",
                          "Das ist zurückgenommen. Ihre Worte werden nicht mehr verwendet.")));
      default ->
          page.answer(
              "note",
              it ->
                  it.p(
                      visit.words(
                          "The time for which this was asked is over. Your words are not used.",
                          "Die erbetene Zeit ist um. Ihre Worte werden nicht verwendet.")));
    }
    return page;
  }

  private static void words(Html page, Mention word, Visit visit) {
    page.voice(word.text().isBlank() ? word.title() : word.text(), word.language());
    page.line(
        line ->
            line.bold(word.author().name())
                .say(" · ")
                .link(visit.words("Where you said it", "Wo Sie es sagten"), word.url()));
  }

  private static void asked(Html page, String action, String token, Visit visit, Refused refused) {
    page.section(visit.words("What is asked", "Worum wir bitten"), it -> it.text(visit.terms()));
    page.section(
        visit.words("Your answer", "Ihre Antwort"),
        it -> {
          refused.tell(it);
          it.form(action, token, form -> answer(form, visit, refused));
        });
  }

  private static void answer(PublicForm form, Visit visit, Refused refused) {
    for (String use : visit.ask().uses()) {
      form.tick(use, Use.of(use).text(visit.german()), false, refused.ticked(use));
    }
    form.field(
            "credit",
            visit.words("How to name you", "Wie wir Sie nennen"),
            refused.fill(
                "credit",
                Field.text()
                    .free()
                    .with(visit.word().map(word -> word.author().name()).orElse(""))
                    .noted(
                        visit.words(
                            "Leave it empty, and no name is shown.",
                            "Bleibt es leer, steht kein Name dabei."))))
        .field(
            "copy-to",
            visit.words("Mail address for your copy", "Mailadresse für Ihre Kopie"),
            refused.fill(
                "copy-to",
                Field.mail()
                    .free()
                    .noted(
                        visit.words(
                            "Only for this one mail; it is not kept with your answer.",
                            "Nur für diese eine Mail; sie bleibt nicht bei Ihrer Antwort."))))
        .tick(
            "adult",
            visit.words("I said this, and I am of age.", "Ich habe das gesagt und bin volljährig."),
            true)
        .send(visit.words("Yes, as ticked", "Ja, wie angekreuzt"), "answer", "yes")
        .quiet(visit.words("No", "Nein"), "answer", "no");
  }

  private static void granted(Html page, String action, String token, Visit visit) {
    page.answer("good", it -> it.text(receipt(visit, visit.ask().granted(), visit.ask().credit())));
    page.section(
        visit.words("Take it back", "Zurücknehmen"),
        it ->
            it.p(
                    visit.words(
                        "At any time, without a reason. The gallery drops your words at once, and"
                            + " no post that quotes them leaves.",
                        "Jederzeit, ohne Grund. Die Galerie zeigt Ihre Worte sofort nicht mehr,"
                            + " und kein Beitrag, der sie zitiert, geht hinaus."))
                .form(
                    action,
                    token,
                    form ->
                        form.quiet(
                            visit.words("Take everything back", "Alles zurücknehmen"),
                            "answer",
                            "withdraw")));
  }

  private static String receipt(Visit visit, List<String> uses, String credit) {
    String named =
        uses.stream()
            .map(use -> "- " + Use.of(use).text(visit.german()))
            .collect(Collectors.joining("\n"));
    String name = credit.isBlank() ? visit.words("no name", "ohne Namen") : credit;
    return visit
        .words("You agreed, until %s, named as %s:\n%s", "Sie stimmten zu, bis %s, genannt %s:\n%s")
        .formatted(visit.ask().until(), name, named);
  }

  @PostMapping
  ResponseEntity<String> answer(@PathVariable String token, HttpServletRequest request)
      throws IOException {
    Visit visit = visit(token, request);
    Posted posted = limit.read(request, "rights " + token);
    if (posted.get("answer").equals("withdraw")) {
      var author =
          new SignedIn(null, visit.door().scope().workspace(), "the author (by link)", "author");
      desk.withdraw(author, visit.ask().id());
    } else {
      try {
        desk.answer(visit.door().scope(), visit.ask().id(), answer(visit, posted, request));
      } catch (BadInputException wrong) {
        Refused refused = Refused.of(posted, visit.words(wrong.getMessage() + "", german(wrong)));
        return PublicAnswers.html(400, page(token, visit, refused));
      }
    }
    return PublicAnswers.see("/p/g/ask/" + token);
  }

  private static String german(BadInputException wrong) {
    return switch (wrong.field()) {
      case "uses" -> "Kreuzen Sie wenigstens eine Verwendung an, oder sagen Sie Nein.";
      case "adult" -> "Nur wer volljährig ist, kann dem zustimmen.";
      case "credit" -> "Ein Name hat eine Zeile und höchstens 100 Zeichen.";
      default -> "Das ist keine Mailadresse, etwa anna@example.org.";
    };
  }

  private RightsAnswer answer(Visit visit, Posted posted, HttpServletRequest request) {
    List<String> ticked =
        Arrays.stream(Use.values()).map(Use::word).filter(posted::ticked).toList();
    List<String> granted = ticked.stream().filter(visit.ask().uses()::contains).toList();
    String copy =
        receipt(visit, granted, posted.get("credit"))
            + "\n\n"
            + visit.word().map(Mention::text).orElse("")
            + "\n\n"
            + visit.terms()
            + "\n\n"
            + address.absolute(request.getRequestURI());
    return new RightsAnswer(
        posted.get("answer").equals("yes"),
        ticked,
        posted.ticked("adult"),
        posted.get("credit"),
        posted.get("copy-to"),
        copy);
  }
}
