package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.contest.EntryRefused.Say;
import org.wordborne.server.campaign.contest.ReceiptDesk.Opened;
import org.wordborne.server.campaign.contest.ReceiptDesk.Receipt;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.Crumb;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicLimit;

/// Writes an entrant's own page.
@Component
final class ReceiptShown {
  private final ContestShown contests;
  private final PublicLimit limit;
  private final PublicAddress address;
  private final Mailroom mailroom;
  private final InstantSource clock;

  ReceiptShown(
      ContestShown contests,
      PublicLimit limit,
      PublicAddress address,
      Mailroom mailroom,
      InstantSource clock) {
    this.contests = contests;
    this.limit = limit;
    this.address = address;
    this.mailroom = mailroom;
    this.clock = clock;
  }

  private record Seen(
      Opened who,
      Receipt receipt,
      String key,
      ContestWords say,
      Map<String, String> fields,
      Map<String, Say> faults) {

    String time(Instant at) {
      return ContestTime.text(at, receipt.contest().zone(), say.language());
    }

    String act(String act) {
      return path(who, "/" + act, key);
    }

    boolean has(String field) {
      return faults.containsKey(field);
    }
  }

  private static String path(Opened who, String act, String key) {
    return "/p/e/" + who.entry().code() + act + "?k=" + key;
  }

  Html receipt(
      Opened who,
      Receipt receipt,
      String key,
      String language,
      Map<String, String> fields,
      Map<String, Say> faults) {
    var say = ContestWords.of(language);
    var seen = new Seen(who, receipt, key, say, fields, faults);
    var crumbs =
        List.of(
            new Crumb(receipt.campaign(), "/p/c/" + receipt.door() + "?lang=" + language),
            new Crumb(
                say.text("other.language"),
                path(who, "", key) + "&lang=" + ContestShown.other(say)));
    String number = say.text("r.number", who.entry().number(), receipt.campaign());
    Html page =
        Html.page(contests.frame(who.scope(), say.text("r.title"), say, crumbs))
            .lead(say.text("r.title"), number);
    if (!who.entry().words().isEmpty()) {
      page.voice(who.entry().words(), who.entry().language());
    }
    faults(page, seen);
    state(page, seen);
    claim(page, seen);
    appeal(page, seen);
    rest(page, seen);
    return page;
  }

  private static void faults(Html page, Seen seen) {
    if (!seen.faults().isEmpty()) {
      page.answer(
          "bad", it -> it.list(seen.faults().values().stream().map(seen.say()::text).toList()));
    }
  }

  private void state(Html page, Seen seen) {
    var say = seen.say();
    var receipt = seen.receipt();
    String prize = String.valueOf(receipt.prize());
    String state = receipt.state();
    switch (state) {
      case "in" ->
          page.answer(
              "good",
              it ->
                  it.p(say.text("r.in", seen.time(seen.who().entry().receivedAt())))
                      .p(say.text("r.next", byMail(seen))));
      case "sealed" -> page.answer("waits", it -> it.p(say.text("r.sealed")));
      case "excluded" ->
          page.answer("bad", it -> it.p(say.text("r.excluded", say.text("g." + receipt.ground()))));
      case "drawn" ->
          page.answer(
              "good",
              it -> {
                it.p(say.text("r.drawn", prize));
                if (receipt.claimBy() != null) {
                  it.p(say.text("r.claimby", seen.time(receipt.claimBy())));
                }
              });
      case "claimed", "verified", "shipped", "delivered", "returned" ->
          page.answer("good", it -> it.p(say.text("r." + state, prize)));
      default ->
          page.answer(
              "note", it -> it.p(say.text(say.has("r." + state) ? "r." + state : "r.gone")));
    }
  }

  private String byMail(Seen seen) {
    return mailroom.ready(seen.who().scope()) ? seen.say().text("r.bymail") : "";
  }

  private void claim(Html page, Seen seen) {
    var say = seen.say();
    var receipt = seen.receipt();
    boolean inTime = receipt.claimBy() == null || clock.instant().isBefore(receipt.claimBy());
    if (!receipt.state().equals("drawn") || !inTime) {
      return;
    }
    page.section(
        say.text("c.title"),
        it ->
            it.form(
                    seen.act("claim"),
                    limit.formToken("receipt " + seen.who().entry().code()),
                    form -> {
                      form.hidden("lang", say.language().getLanguage());
                      form.field(
                          "shown",
                          say.text("c.shown"),
                          new Field("text", typed(seen, "shown"), "", false, 60, "nickname"));
                      if (!receipt.contest().regions().isEmpty()) {
                        form.choice(
                            "region",
                            say.text("f.region"),
                            ContestShown.choices(receipt.contest(), say),
                            seen.fields().getOrDefault("region", seen.who().entry().region()));
                      }
                      form.area(
                          "where",
                          say.text("c.where"),
                          new Field("text", typed(seen, "where"), "", true, 500, "off"));
                      form.tick("age", say.text("f.age", receipt.contest().minAge()), true);
                      form.send(say.text("c.send"));
                    })
                .line(
                    line ->
                        line.link(
                            say.text("c.decline"),
                            path(seen.who(), "", seen.key())
                                + "&do=decline&lang="
                                + say.language().getLanguage())));
  }

  private static String typed(Seen seen, String field) {
    return seen.fields().getOrDefault(field, "");
  }

  private void appeal(Html page, Seen seen) {
    var say = seen.say();
    var receipt = seen.receipt();
    Instant until = receipt.appealUntil();
    if (receipt.appeal() != null) {
      page.section(
          say.text("a.title"),
          it -> {
            it.p(say.text("a." + receipt.appeal()));
            if (receipt.answer() != null) {
              it.voice(receipt.answer(), "");
            }
          });
    } else if (until != null) {
      page.section(say.text("a.title"), it -> appeal(it, seen, until));
    }
  }

  private void appeal(Html page, Seen seen, Instant until) {
    var say = seen.say();
    if (!clock.instant().isBefore(until)) {
      page.p(say.text("appeal.late", seen.time(until)));
      return;
    }
    page.p(say.text("a.until", seen.time(until)))
        .form(
            seen.act("appeal"),
            limit.formToken("receipt " + seen.who().entry().code()),
            form ->
                form.hidden("lang", say.language().getLanguage())
                    .area(
                        "words",
                        say.text("a.words"),
                        new Field("text", typed(seen, "words"), "", true, 2_000, "off"))
                    .send(say.text("a.send")));
  }

  private void rest(Html page, Seen seen) {
    var say = seen.say();
    var contest = seen.receipt().contest();
    String door = seen.receipt().door();
    page.section(
        say.text("r.code"),
        it -> {
          it.line(line -> line.code(seen.who().entry().code()));
          it.small(say.text("r.code.note")).small(say.text("r.keep"));
        });
    if (contest.referralChances() > 0 && contest.isOpen(clock.instant())) {
      String link = "/p/c/" + door + "?c=" + seen.who().entry().code();
      page.section(
          say.text("r.share"),
          it -> {
            it.p(say.text("r.share.note"));
            it.line(line -> line.link(address.absolute(link), link));
          });
    }
    page.section(
        say.text("x.title"),
        it -> {
          it.p(say.text("x.note"));
          it.line(
              line ->
                  line.link(
                      say.text("x.send"),
                      path(seen.who(), "", seen.key())
                          + "&do=forget&lang="
                          + say.language().getLanguage()));
        });
  }

  /// The page that asks once more.
  ///
  /// @param act forget or decline
  Html sure(Opened who, String key, String language, String act) {
    var say = ContestWords.of(language);
    boolean forget = act.equals("forget");
    String title = say.text(forget ? "x.sure" : "d.title");
    String text = say.text(forget ? "x.sure.text" : "d.text");
    return Html.page(contests.frame(who.scope(), title, say, List.of()))
        .lead(title, text)
        .form(
            path(who, "/" + act, key),
            limit.formToken("receipt " + who.entry().code()),
            form -> form.hidden("lang", language).send(say.text(forget ? "x.yes" : "d.send")))
        .line(line -> line.link(say.text("x.no"), path(who, "", key) + "&lang=" + language));
  }

  Html forgotten(Opened who, String language) {
    var say = ContestWords.of(language);
    return Html.page(contests.frame(who.scope(), say.text("x.done"), say, List.of()))
        .lead(say.text("x.done"), say.text("x.done.text"));
  }
}
