package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.CampaignRules;
import org.wordborne.server.campaign.RulesText;
import org.wordborne.server.campaign.contest.EntryRefused.Say;
import org.wordborne.server.publicpage.Crumb;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PublicForm;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;
import org.wordborne.server.publicpage.PublicLimit;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;

/// Writes the pages of a contest.
@Component
final class ContestShown {
  private final Transactions transactions;
  private final Workspaces workspaces;
  private final ContestDesk desk;
  private final CampaignRules rules;
  private final Journals journals;
  private final PublicLimit limit;

  ContestShown(
      Transactions transactions,
      Workspaces workspaces,
      ContestDesk desk,
      CampaignRules rules,
      Journals journals,
      PublicLimit limit) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.desk = desk;
    this.rules = rules;
    this.journals = journals;
    this.limit = limit;
  }

  /// What a page of a contest is written from.
  private record Seen(
      String name,
      Contest contest,
      Instant closes,
      String state,
      List<PrizeDesk.Prize> prizes,
      int rules) {}

  private Seen seen(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var contest = ContestBook.get(tx, campaign);
          var ground = CampaignGround.get(tx, campaign);
          return new Seen(
              ground.name(),
              contest,
              ground.closes(contest),
              desk.state(contest, ground),
              PrizeDesk.all(tx, campaign),
              CampaignGround.rulesVersion(tx, campaign));
        });
  }

  /// The frame of a page, with a link to the same page in the other language.
  PublicFrame frame(Scope scope, String title, ContestWords say, List<Crumb> crumbs) {
    String brand = workspaces.brand(scope).name();
    return new PublicFrame(
        title,
        brand.isEmpty() ? workspaces.name(scope) : brand,
        say.language().getLanguage(),
        crumbs,
        false);
  }

  static String other(ContestWords say) {
    return say.language().getLanguage().equals("de") ? "en" : "de";
  }

  /// The page of the contest.
  ///
  /// @param fields what was typed, to be shown again
  /// @param faults what was not as it must be; under "" what is about no field
  Html contest(
      Door open,
      String door,
      String language,
      Map<String, String> fields,
      Map<String, Say> faults) {
    var say = ContestWords.of(language);
    Seen seen = seen(open.scope(), open.about());
    String path = "/p/c/" + door;
    var crumbs =
        List.of(
            new Crumb(say.text("rules"), path + "/rules?lang=" + language),
            new Crumb(say.text("other.language"), path + "?lang=" + other(say)));
    Html page =
        Html.page(frame(open.scope(), seen.name(), say, crumbs))
            .lead(seen.name(), seen.contest().question());
    state(page, seen, say, path);
    Say general = faults.get("");
    if (general != null) {
      page.answer("bad", it -> it.p(say.text(general)));
    }
    boolean form = seen.state().equals("open") && seen.contest().byForm();
    page.columns(
        left -> {
          ways(left, seen, say);
          prizes(left, seen, say);
        },
        right -> {
          if (form) {
            right.section(say.text("form"), it -> form(it, seen, say, door, fields, faults));
          }
        });
    return page;
  }

  private static void state(Html page, Seen seen, ContestWords say, String path) {
    var contest = seen.contest();
    Locale language = say.language();
    String closes = ContestTime.text(seen.closes(), contest.zone(), language);
    switch (seen.state()) {
      case "open" -> page.answer("good", it -> it.p(say.text("until", closes)));
      case "closed" -> page.answer("waits", it -> it.p(say.text("closed", closes)));
      case "sealed" ->
          page.answer(
              "waits",
              it ->
                  it.p(say.text("sealed"))
                      .line(line -> line.link(say.text("draw"), path + "/draw")));
      case "drawn" ->
          page.answer(
              "good",
              it ->
                  it.p(say.text("drawn"))
                      .line(line -> line.link(say.text("see.draw"), path + "/draw")));
      default ->
          page.answer(
              "waits",
              it ->
                  it.p(
                      say.text("waiting")
                          + " "
                          + say.text(
                              "opens",
                              ContestTime.text(contest.opensAt(), contest.zone(), language))));
    }
  }

  private static void ways(Html page, Seen seen, ContestWords say) {
    var contest = seen.contest();
    page.section(
        say.text("ways"),
        it -> {
          var ways = new ArrayList<String>();
          if (contest.byForm()) {
            ways.add(say.text("way.form"));
          }
          if (contest.byPost()) {
            ways.add(say.text("way.post", contest.tag()));
          }
          it.list(ways);
          it.p(say.text("way.chances"));
          if (contest.referralChances() > 0) {
            it.p(say.text("way.referral", contest.referralChances()));
          }
        });
    page.section(
        say.text("who"),
        it -> {
          String where =
              contest.regions().isEmpty()
                  ? say.text("who.anywhere")
                  : say.text("who.region", regions(contest, say.language()));
          it.p(say.text("who.age", contest.minAge()) + ", " + where + ".");
          it.p(
              contest.perPerson() == 1
                  ? say.text("who.once")
                  : say.text("who.times", contest.perPerson()));
        });
  }

  private static String regions(Contest contest, Locale language) {
    return contest.regions().stream()
        .map(one -> region(one, language))
        .collect(Collectors.joining(", "));
  }

  /// A country by its name, any other place as it was written.
  static String region(String code, Locale language) {
    if (!code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
      return code;
    }
    String country = Locale.of("", code.substring(0, 2)).getDisplayCountry(language);
    return code.length() == 2 ? country : country + " (" + code.substring(3) + ")";
  }

  private static void prizes(Html page, Seen seen, ContestWords say) {
    if (seen.prizes().isEmpty()) {
      return;
    }
    var rows =
        seen.prizes().stream()
            .map(
                prize ->
                    List.of(prize.name(), Integer.toString(prize.pieces()), prize.each().text()))
            .toList();
    Money total = PrizeDesk.total(seen.prizes()).orElseThrow();
    page.section(
        say.text("prizes"),
        it ->
            it.table(
                    List.of(say.text("prize"), say.text("prize.count"), say.text("prize.value")),
                    rows)
                .p(say.text("prize.total", total.text()))
                .small(say.text("claim.days", seen.contest().claimDays())));
  }

  private void form(
      Html page,
      Seen seen,
      ContestWords say,
      String door,
      Map<String, String> fields,
      Map<String, Say> faults) {
    if (!faults.isEmpty()) {
      var sentences =
          faults.entrySet().stream()
              .filter(fault -> !fault.getKey().isEmpty())
              .map(fault -> say.text(fault.getValue()))
              .toList();
      if (!sentences.isEmpty()) {
        page.answer("bad", it -> it.p(say.text("f.again")).list(sentences));
      }
    }
    page.form(
        "/p/c/" + door + "/enter",
        limit.formToken("enter " + door),
        form -> fields(form, seen, say, fields));
  }

  private static void fields(
      PublicForm form, Seen seen, ContestWords say, Map<String, String> fields) {
    var contest = seen.contest();
    form.hidden("lang", say.language().getLanguage());
    form.area(
        "words",
        say.text("f.words"),
        new Field("text", typed(fields, "words"), "", true, Eligibility.LONGEST_WORDS, "off"));
    form.field(
        "name",
        say.text("f.name"),
        new Field("text", typed(fields, "name"), say.text("f.name.note"), true, 100, "name"));
    form.field(
        "mail",
        say.text("f.mail"),
        Field.mail().with(typed(fields, "mail")).noted(say.text("f.mail.note")));
    if (!contest.regions().isEmpty()) {
      form.choice("region", say.text("f.region"), choices(contest, say), typed(fields, "region"));
    }
    if (contest.referralChances() > 0) {
      form.field(
          "toldBy",
          say.text("f.toldby"),
          new Field("text", typed(fields, "toldBy"), "", false, 10, "off"));
    }
    if (contest.minAge() > 0) {
      form.tick("age", say.text("f.age", contest.minAge()), true);
    }
    form.tick("rules", say.text("f.rules", seen.rules()), true).send(say.text("f.send"));
  }

  static Map<String, String> choices(Contest contest, ContestWords say) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", say.text("f.region.choose"));
    contest.regions().forEach(one -> choices.put(one, region(one, say.language())));
    choices.put("-", say.text("f.region.else"));
    return choices;
  }

  private static String typed(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  /// The rules in one version; 0 for the newest.
  Html rules(Scope scope, UUID campaign, String door, String language, int version) {
    var say = ContestWords.of(language);
    Seen seen = seen(scope, campaign);
    var text =
        version > 0
            ? java.util.Optional.of(rules.version(scope, campaign, version, language))
            : rules.current(scope, campaign, language);
    String path = "/p/c/" + door;
    var crumbs =
        List.of(
            new Crumb(seen.name(), path + "?lang=" + language),
            new Crumb(say.text("other.language"), path + "/rules?lang=" + other(say)));
    Html page =
        Html.page(frame(scope, say.text("rules"), say, crumbs))
            .lead(
                say.text("rules") + ": " + seen.name(),
                text.map(one -> say.text("rules.version", one.version())).orElse(""));
    if (text.isEmpty()) {
      page.p(say.text("rules.none"));
    } else {
      write(page, text.get());
    }
    return page.section(say.text("log"), it -> log(it, scope, seen.contest(), say));
  }

  /* Whoever notes the last hash finds out later if lines of then are missing. */
  private void log(Html page, Scope scope, Contest contest, ContestWords say) {
    var signer = journals.signer(scope);
    var head = journals.head(scope, contest.log());
    page.p(say.text("log.text"))
        .line(it -> it.say(say.text("log.key") + " ").code(signer.publicKey()))
        .line(it -> it.say(say.text("log.fingerprint") + " ").code(signer.fingerprint()))
        .line(it -> it.say(say.text("log.head", head.count()) + " ").code(head.hash()));
    if (head.count() > 0) {
      page.line(it -> it.say(say.text("log.signature") + " ").code(head.signature()));
    }
  }

  private static void write(Html page, RulesText text) {
    page.text(text.text()).line(it -> it.say("SHA-256 ").code(text.hash()));
  }
}
