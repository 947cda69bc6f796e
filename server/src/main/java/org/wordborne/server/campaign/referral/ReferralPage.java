package org.wordborne.server.campaign.referral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wordborne.server.campaign.referral.ReferralDesk.NotJoined;
import org.wordborne.server.campaign.referral.ReferralDesk.Own;
import org.wordborne.server.publicpage.Crumb;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.Posted;
import org.wordborne.server.publicpage.PublicAnswers;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// Where people join by a friend's link, and their own page with their own link.
@Controller
@Open("whoever comes may join; the door of the own page is the key")
class ReferralPage {
  private final ReferralDesk desk;
  private final PublicDoors doors;
  private final PublicLimit limit;
  private final Workspaces workspaces;

  ReferralPage(ReferralDesk desk, PublicDoors doors, PublicLimit limit, Workspaces workspaces) {
    this.desk = desk;
    this.doors = doors;
    this.limit = limit;
    this.workspaces = workspaces;
  }

  private static ReferralWords words(String asked, HttpServletRequest request) {
    String wanted = asked.isEmpty() ? String.valueOf(request.getHeader("Accept-Language")) : asked;
    return ReferralWords.of(wanted.toLowerCase(Locale.ROOT));
  }

  @GetMapping("/p/r/{door}")
  ResponseEntity<String> form(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String c,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request) {
    Door open = doors.open(door, ReferralDesk.DOOR);
    var page = page(open, door, words(lang, request), Map.of("code", c), null);
    return PublicAnswers.html(200, page);
  }

  @PostMapping("/p/r/{door}")
  ResponseEntity<String> join(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, ReferralDesk.DOOR);
    Posted posted = limit.read(request, "join " + door);
    var say = words(posted.get("lang"), request);
    try {
      String typed = posted.get("typed");
      String own =
          desk.join(
              open.scope(),
              open.about(),
              posted.get("mail"),
              posted.get("name"),
              typed.isEmpty() ? posted.get("code") : typed,
              typed.isEmpty() ? "link" : "code");
      return PublicAnswers.see("/p/r/me/" + own + "?lang=" + say.language());
    } catch (NotJoined refused) {
      String why = say.refusal(String.valueOf(refused.getMessage()), ends(open));
      return PublicAnswers.html(409, page(open, door, say, posted.fields(), why));
    } catch (BadInputException wrong) {
      return PublicAnswers.html(400, page(open, door, say, posted.fields(), say.text("need.mail")));
    }
  }

  private String ends(Door open) {
    return desk.programme(open.scope(), open.about()).endsAt().toString().substring(0, 10);
  }

  private Html page(
      Door open,
      String door,
      ReferralWords say,
      Map<String, String> fields,
      @Nullable String fault) {
    var programme = desk.programme(open.scope(), open.about());
    String brand = brand(open.scope());
    Html page =
        Html.page(frame(open.scope(), say, say.text("j.title", brand), "/p/r/" + door))
            .lead(say.text("j.title", brand), say.text("j.text"))
            .p(say.text("j.window", programme.windowDays(), ends(open)));
    if (programme.reward().minor() > 0) {
      page.p(say.text("j.reward", programme.reward().text()));
    }
    if (fault != null) {
      page.answer("bad", it -> it.p(fault));
    }
    String code = fields.getOrDefault("code", "");
    return page.form(
        "/p/r/" + door,
        limit.formToken("join " + door),
        form -> {
          form.hidden("lang", say.language());
          form.field(
              "name",
              say.text("f.name"),
              new Field("text", fields.getOrDefault("name", ""), "", true, 100, "name"));
          form.field(
              "mail", say.text("f.mail"), Field.mail().with(fields.getOrDefault("mail", "")));
          if (code.isEmpty()) {
            form.field(
                "typed",
                say.text("f.toldby"),
                new Field("text", fields.getOrDefault("typed", ""), "", false, 10, "off"));
          } else {
            form.hidden("code", code);
          }
          form.send(say.text("j.send"));
        });
  }

  private String brand(Scope scope) {
    String brand = workspaces.brand(scope).name();
    return brand.isEmpty() ? workspaces.name(scope) : brand;
  }

  private PublicFrame frame(Scope scope, ReferralWords say, String title, String path) {
    String other = say.language().equals("de") ? "en" : "de";
    var crumbs = List.of(new Crumb(say.text("other.language"), path + "?lang=" + other));
    return new PublicFrame(title, brand(scope), say.language(), crumbs, false);
  }

  @GetMapping("/p/r/me/{door}")
  ResponseEntity<String> own(
      @PathVariable String door,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(name = "do", defaultValue = "") String act,
      HttpServletRequest request) {
    Door open = doors.open(door, ReferralDesk.OWN_DOOR);
    var say = words(lang, request);
    Own own = desk.own(open.scope(), open.about());
    if (own.advocate().isForgotten()) {
      return PublicAnswers.html(200, forgotten(open, door, say));
    }
    return PublicAnswers.html(
        200, act.equals("forget") ? sure(open, door, say) : own(open, door, own, say));
  }

  private Html own(Door open, String door, Own own, ReferralWords say) {
    String path = "/p/r/me/" + door;
    return Html.page(frame(open.scope(), say, say.text("j.done"), path))
        .lead(say.text("j.done"), say.text("j.brought", own.brought()))
        .section(
            say.text("j.link"),
            it ->
                it.line(line -> line.link(own.url(), own.url()))
                    .image("/p/q/" + own.advocate().code() + ".svg", say.text("j.qr"), 200)
                    .small(
                        say.text(
                            "j.window",
                            own.programme().windowDays(),
                            own.programme().endsAt().toString().substring(0, 10))))
        .section(
            say.text("x.title"),
            it ->
                it.p(say.text("j.forget"))
                    .line(
                        line ->
                            line.link(
                                say.text("x.send"), path + "?do=forget&lang=" + say.language())));
  }

  private Html sure(Door open, String door, ReferralWords say) {
    String path = "/p/r/me/" + door;
    return Html.page(frame(open.scope(), say, say.text("x.sure"), path))
        .lead(say.text("x.sure"), say.text("j.forget.sure"))
        .form(
            path + "/forget",
            limit.formToken("forget " + door),
            form -> form.hidden("lang", say.language()).send(say.text("x.yes")))
        .line(line -> line.link(say.text("x.no"), path + "?lang=" + say.language()));
  }

  private Html forgotten(Door open, String door, ReferralWords say) {
    return Html.page(frame(open.scope(), say, say.text("x.done"), "/p/r/me/" + door))
        .lead(say.text("x.done"), say.text("j.forgotten"));
  }

  @PostMapping("/p/r/me/{door}/forget")
  ResponseEntity<String> forget(@PathVariable String door, HttpServletRequest request)
      throws IOException {
    Door open = doors.open(door, ReferralDesk.OWN_DOOR);
    Posted posted = limit.read(request, "forget " + door);
    var say = words(posted.get("lang"), request);
    desk.forget(open.scope(), open.about());
    return PublicAnswers.see("/p/r/me/" + door + "?lang=" + say.language());
  }
}
