package org.wordborne.server.strategy;

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
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// "You said, we did", for everybody.
@Controller
class YouSaidPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final PublicDoors doors;
  private final YouSaid youSaid;
  private final Workspaces workspaces;

  YouSaidPage(PublicDoors doors, YouSaid youSaid, Workspaces workspaces) {
    this.doors = doors;
    this.youSaid = youSaid;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/y/{door}")
  ResponseEntity<String> said(@PathVariable String door) {
    Scope scope = doors.open(door, YouSaid.DOOR).scope();
    String brand = workspaces.brand(scope).name();
    Html page = Html.page(PublicFrame.of("You said, we did", brand, "en"));
    page.lead("You said, we did", "What became of what you told us, the newest first.");
    for (Decision one : youSaid.shown(scope)) {
      page.section("You said: " + one.themeName(), it -> decision(it, one));
    }
    return PublicAnswers.html(200, page);
  }

  private static void decision(Html page, Decision one) {
    String state =
        one.answer().equals("no") ? "bad" : one.answer().equals("yes") ? "good" : "waits";
    String word =
        switch (one.answer()) {
          case "yes" -> "We did: ";
          case "no" -> "We do not: ";
          default -> "Not yet: ";
        };
    page.answer(state, it -> it.line(line -> line.bold(word).say(one.did())));
    page.facts(
        List.of(
            List.of("Decided", DAY.format(LocalDate.ofInstant(one.at(), ZoneOffset.UTC))),
            List.of("Looked at again", DAY.format(one.againOn()))));
  }
}
