package org.wordborne.server.campaign.contest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.workspace.access.Open;

/// The page of a contest for everybody: what it is, its rules, and the form.
@Controller
@Open("whoever comes may read of the contest and enter it")
class ContestPage {
  private final PublicDoors doors;
  private final PublicLimit limit;
  private final ContestShown shown;
  private final EntryDesk entries;

  ContestPage(PublicDoors doors, PublicLimit limit, ContestShown shown, EntryDesk entries) {
    this.doors = doors;
    this.limit = limit;
    this.shown = shown;
    this.entries = entries;
  }

  /// The language of a page: as asked for, else as the browser says.
  static String language(String asked, HttpServletRequest request) {
    String wanted = asked.isEmpty() ? String.valueOf(request.getHeader("Accept-Language")) : asked;
    return wanted.toLowerCase(Locale.ROOT).startsWith("de") ? "de" : "en";
  }

  @GetMapping("/p/c/{door}")
  ResponseEntity<String> contest(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String c,
      HttpServletRequest request) {
    Door open = doors.open(door, ContestDesk.DOOR);
    var page = shown.contest(open, door, language(lang, request), Map.of("toldBy", c), Map.of());
    return PublicAnswers.html(200, page);
  }

  @GetMapping("/p/c/{door}/enter")
  ResponseEntity<String> form(@PathVariable String door) {
    doors.open(door, ContestDesk.DOOR);
    return PublicAnswers.see("/p/c/" + door);
  }

  @PostMapping("/p/c/{door}/enter")
  ResponseEntity<String> enter(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, ContestDesk.DOOR);
    Posted posted = limit.read(request, "enter " + door);
    String language = language(posted.get("lang"), request);
    try {
      var receipt = entries.enter(open.scope(), open.about(), read(posted, language));
      return PublicAnswers.see(receipt.path() + "&lang=" + language);
    } catch (EntryRefused refused) {
      var page = shown.contest(open, door, language, posted.fields(), refused.faults());
      return PublicAnswers.html(refused.faults().containsKey("") ? 409 : 400, page);
    }
  }

  private static EntryForm read(Posted posted, String language) {
    return new EntryForm(
        posted.get("name"),
        posted.get("mail"),
        posted.get("region"),
        posted.ticked("age"),
        posted.ticked("rules"),
        posted.get("words"),
        posted.get("toldBy"),
        // Without the page's own time nobody had the page: it was sent at once.
        posted.took() == null ? 0L : posted.took().toMillis(),
        posted.addressHash(),
        language);
  }

  @GetMapping("/p/c/{door}/rules")
  ResponseEntity<String> rules(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "0") int v,
      HttpServletRequest request) {
    Door open = doors.open(door, ContestDesk.DOOR);
    UUID campaign = open.about();
    return PublicAnswers.html(
        200, shown.rules(open.scope(), campaign, door, language(lang, request), v));
  }
}
