package org.wordborne.server.campaign.contest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.campaign.contest.ClaimDesk.Claim;
import org.wordborne.server.campaign.contest.EntryRefused.Say;
import org.wordborne.server.campaign.contest.ReceiptDesk.Opened;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.workspace.access.Open;

/// An entrant's own page, opened by the key that only they have.
@Controller
@Open("the code in the address is the entrant's own")
class ReceiptPage {
  private final ReceiptDesk receipts;
  private final ReceiptShown shown;
  private final PublicDoors doors;
  private final PublicLimit limit;

  ReceiptPage(ReceiptDesk receipts, ReceiptShown shown, PublicDoors doors, PublicLimit limit) {
    this.receipts = receipts;
    this.shown = shown;
    this.doors = doors;
    this.limit = limit;
  }

  @GetMapping("/p/e/{code}")
  ResponseEntity<String> receipt(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String k,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(name = "do", defaultValue = "") String act,
      HttpServletRequest request) {
    Opened who = receipts.open(code, k);
    String language = ContestPage.language(lang, request);
    if (act.equals("forget") || act.equals("decline")) {
      return PublicAnswers.html(200, shown.sure(who, k, language, act));
    }
    return PublicAnswers.html(200, page(who, k, language, Map.of(), Map.of()));
  }

  private org.wordborne.server.publicpage.Html page(
      Opened who,
      String key,
      String language,
      Map<String, String> fields,
      Map<String, Say> faults) {
    String door = doors.of(who.scope(), ContestDesk.DOOR, who.entry().contest()).orElse("");
    return shown.receipt(who, receipts.look(who, door), key, language, fields, faults);
  }

  /* The key is taken from the address by hand: asking for a parameter would read the form. */
  private static String key(HttpServletRequest request) {
    String query = String.valueOf(request.getQueryString());
    for (String pair : query.split("&")) {
      if (pair.startsWith("k=")) {
        return pair.substring(2);
      }
    }
    return "";
  }

  @PostMapping("/p/e/{code}/{act}")
  ResponseEntity<String> act(
      @PathVariable String code, @PathVariable String act, HttpServletRequest request)
      throws IOException {
    String k = key(request);
    Opened who = receipts.open(code, k);
    Posted posted = limit.read(request, "receipt " + code);
    String language = ContestPage.language(posted.get("lang"), request);
    try {
      switch (act) {
        case "claim" -> receipts.claim(who, claim(posted));
        case "decline" -> receipts.decline(who);
        case "appeal" -> receipts.appeal(who, posted.get("words"), Locale.forLanguageTag(language));
        case "forget" -> {
          receipts.forget(who);
          return PublicAnswers.html(200, shown.forgotten(who, language));
        }
        default ->
            throw new org.wordborne.server.workspace.NotFoundException(
                "There is nothing at this address.");
      }
    } catch (EntryRefused refused) {
      var page = page(who, k, language, posted.fields(), refused.faults());
      return PublicAnswers.html(refused.faults().containsKey("") ? 409 : 400, page);
    }
    return PublicAnswers.see("/p/e/" + who.entry().code() + "?k=" + k + "&lang=" + language);
  }

  private static Claim claim(Posted posted) {
    return new Claim(
        posted.get("shown"), posted.get("region"), posted.ticked("age"), posted.get("where"));
  }
}
