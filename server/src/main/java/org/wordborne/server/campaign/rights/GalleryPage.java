package org.wordborne.server.campaign.rights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// The gallery that anybody may look at.
@Controller
@Open("what is shown was made to be shown")
class GalleryPage {
  private final Galleries galleries;
  private final Workspaces workspaces;

  GalleryPage(Galleries galleries, Workspaces workspaces) {
    this.galleries = galleries;
    this.workspaces = workspaces;
  }

  @GetMapping("/p/g/{door}")
  ResponseEntity<String> show(@PathVariable String door, HttpServletRequest request) {
    Door opened = galleries.open(door);
    var gallery = galleries.gallery(opened);
    boolean german = request.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage());
    String brand = workspaces.brand(opened.scope()).name();
    Html page = Html.page(PublicFrame.of(gallery.title(), brand, german ? "de" : "en"));
    page.lead(gallery.title(), gallery.intro());
    List<Galleries.Shown> shown = galleries.shown(opened.scope(), gallery);
    if (shown.isEmpty()) {
      page.p(german ? "Hier steht noch nichts." : "Nothing stands here yet.");
    }
    shown.forEach(one -> page.part("quote", it -> words(it, one, german)));
    page.small(
        german
            ? "Jede und jeder hier hat zugestimmt und kann es jederzeit zurücknehmen."
            : "Everybody here agreed to be shown, and can take it back at any time.");
    return PublicAnswers.html(200, page);
  }

  private static void words(Html page, Galleries.Shown shown, boolean german) {
    String text = shown.word().text().isBlank() ? shown.word().title() : shown.word().text();
    page.voice(text, shown.word().language());
    String credit = shown.credit();
    page.line(
        line -> {
          if (!credit.isEmpty()) {
            line.bold(credit).say(" · ");
          }
          line.link(german ? "Dort nachlesen" : "Where it was said", shown.word().url());
        });
  }
}
