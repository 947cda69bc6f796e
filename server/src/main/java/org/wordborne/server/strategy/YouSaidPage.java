package org.wordborne.server.strategy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// "You said, we did", for everybody.
@Controller
@Open("what was decided is told to everybody")
class YouSaidPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter GERMAN_DAY =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);

  private final PublicDoors doors;
  private final YouSaid youSaid;
  private final Workspaces workspaces;

  YouSaidPage(PublicDoors doors, YouSaid youSaid, Workspaces workspaces) {
    this.doors = doors;
    this.youSaid = youSaid;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/y/{door}")
  ResponseEntity<String> said(@PathVariable String door, HttpServletRequest request) {
    PageLanguage say = PageLanguage.of(request);
    Scope scope = doors.open(door, YouSaid.DOOR).scope();
    String brand = workspaces.brand(scope).name();
    String title = say.words("You said, we did", "Sie sagten, wir taten");
    Html page = Html.page(say.frame(title, brand, "/p/y/" + door));
    page.lead(
        title,
        say.words(
            "What became of what you told us, the newest first.",
            "Was aus dem wurde, was Sie uns sagten, das Neueste zuerst."));
    for (Decision one : youSaid.shown(scope)) {
      String said = say.words("You said: ", "Sie sagten: ") + one.themeName();
      page.section(said, it -> decision(it, one, say));
    }
    return PublicAnswers.html(200, page);
  }

  private static void decision(Html page, Decision one, PageLanguage say) {
    String state =
        one.answer().equals("no") ? "bad" : one.answer().equals("yes") ? "good" : "waits";
    String word =
        switch (one.answer()) {
          case "yes" -> say.words("We did: ", "Wir taten: ");
          case "no" -> say.words("We do not: ", "Wir tun es nicht: ");
          default -> say.words("Not yet: ", "Noch nicht: ");
        };
    page.answer(state, it -> it.line(line -> line.bold(word).say(one.did())));
    DateTimeFormatter day = say.german() ? GERMAN_DAY : DAY;
    page.facts(
        List.of(
            List.of(
                say.words("Decided", "Entschieden"),
                day.format(LocalDate.ofInstant(one.at(), ZoneOffset.UTC))),
            List.of(say.words("Looked at again", "Wieder angesehen"), day.format(one.againOn()))));
  }
}
