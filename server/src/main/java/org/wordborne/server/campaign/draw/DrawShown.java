package org.wordborne.server.campaign.draw;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.draw.DrawView.DrawBeacon;
import org.wordborne.server.campaign.draw.DrawView.DrawStep;
import org.wordborne.server.campaign.draw.DrawView.DrawWinner;
import org.wordborne.server.publicpage.Crumb;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.publicpage.PublicForm.Field;
import org.wordborne.server.publicpage.PublicFrame;

/// Writes the public page of a draw.
final class DrawShown {
  private final String contest;
  private final DrawWords say;
  private final ZoneId zone;
  private final String brand;

  /// For the contest whose page is at the path `contest`.
  DrawShown(String contest, DrawWords say, ZoneId zone, String brand) {
    this.contest = contest;
    this.say = say;
    this.zone = zone;
    this.brand = brand;
  }

  /// The page before anything is sealed.
  Html open(String name) {
    return Html.page(frame(name)).lead(say.text("lead.open"), say.text("dek.open", name));
  }

  /// The page of a sealed draw.
  ///
  /// @param typed the code that was asked for, or an empty text
  /// @param found its entry in the sealed list; null if there is none
  Html page(DrawView view, String typed, Proofs.@Nullable SealedEntry found) {
    DrawBeacon beacon = Objects.requireNonNull(view.beacon());
    return Html.page(frame(view.name()))
        .lead(
            say.text("lead." + kind(view, beacon)),
            say.text(
                "dek." + kind(view, beacon),
                view.name(),
                view.entries(),
                time(beacon.due()),
                view.winners().size()))
        .columns(
            left -> {
              left.section(say.text("mine"), it -> mine(it, view, typed, found));
              if (view.state().equals("drawn")) {
                left.section(say.text("won"), it -> winners(it, view));
              }
            },
            right -> {
              right.section(say.text("how"), it -> it.steps(steps(view)));
              if (beacon.standIn()) {
                right.small(say.text("step.beacon.stand"));
              }
              if (view.state().equals("drawn")) {
                right.section(say.text("again"), it -> again(it, view, beacon));
              }
            });
  }

  /* Of a stand-in nobody may say that its number could not be known. */
  private static String kind(DrawView view, DrawBeacon beacon) {
    boolean known = view.state().equals("drawn") && beacon.standIn();
    return known ? "stand" : view.state();
  }

  private PublicFrame frame(String name) {
    var crumbs =
        List.of(
            new Crumb(say.text("contest"), contest + "?lang=" + say.language()),
            new Crumb(say.text("other.language"), contest + "/draw?lang=" + say.other()));
    return new PublicFrame(say.text("title", name), brand, say.language(), crumbs, false);
  }

  private void mine(Html page, DrawView view, String typed, Proofs.@Nullable SealedEntry found) {
    page.ask(
        contest + "/draw",
        form ->
            form.hidden("lang", say.language())
                .field("code", say.text("code"), Field.text().with(typed))
                .send(say.text("check")));
    if (typed.isEmpty()) {
      return;
    }
    if (found == null) {
      boolean odd = !typed.matches("[0-9A-HJKMNP-TV-Z]{10}");
      page.answer(
          "bad",
          it -> {
            it.line(in -> in.bold(say.text(odd ? "code.odd" : "code.no", typed)));
            if (!odd) {
              it.small(say.text("code.no.more"));
            }
          });
      return;
    }
    page.answer("good", it -> yes(it, view, found));
  }

  private void yes(Html page, DrawView view, Proofs.SealedEntry found) {
    Instant sealed = Objects.requireNonNull(view.steps().get(1).at());
    page.line(in -> in.bold(say.text("code.yes", found.number(), view.entries(), time(sealed))));
    page.p(place(view, found));
    page.small(say.text("code.path"));
    var lines = new ArrayList<>(List.of(found.line()));
    lines.addAll(found.path());
    page.pre(String.join("\n", lines));
  }

  private String place(DrawView view, Proofs.SealedEntry found) {
    String status = found.line().split("\t", -1)[3];
    if (!status.equals("valid")) {
      return say.text("code.status", status);
    }
    if (!view.state().equals("drawn")) {
      return say.text("code.wait");
    }
    for (DrawWinner winner : view.winners()) {
      if (winner.number() == found.number()) {
        return say.text("code.won", String.valueOf(winner.prize()));
      }
    }
    for (int i = 0; i < view.alternates().size(); i++) {
      if (view.alternates().get(i).number() == found.number()) {
        return say.text("code.alternate", i + 1);
      }
    }
    return say.text("code.undrawn");
  }

  private void winners(Html page, DrawView view) {
    page.table(
        List.of(say.text("prize"), say.text("who"), say.text("entry")),
        view.winners().stream()
            .map(
                one ->
                    List.of(
                        String.valueOf(one.prize()), shown(one), Integer.toString(one.number())))
            .toList());
    if (!view.alternates().isEmpty()) {
      page.small(
          say.text(
              "alternates",
              view.alternates().stream().map(this::shown).collect(Collectors.joining(", "))));
    }
  }

  private String shown(DrawWinner one) {
    String name = one.shown();
    return name == null ? say.text("entry.no", one.number()) : name;
  }

  private List<Html.Step> steps(DrawView view) {
    DrawStep rule = view.steps().get(0);
    DrawStep seal = view.steps().get(1);
    DrawStep beacon = view.steps().get(2);
    DrawStep draw = view.steps().get(3);
    return List.of(
        new Html.Step(
            say.text("step.rule"),
            "",
            say.text(
                "step.rule.text",
                value(rule, "prizes"),
                say.text(value(rule, "onePer").equals("person") ? "person" : "an.entry"),
                value(rule, "alternates")),
            say.text("hash.rules", value(rule, "rules"))),
        new Html.Step(
            say.text("step.seal"),
            time(Objects.requireNonNull(seal.at())),
            say.text("step.seal.text", value(seal, "entries")),
            say.text("hash.root", value(seal, "root"))
                + "\n"
                + say.text("hash.secret", value(seal, "secret"))
                + "\n"
                + say.text("hash.seal", value(seal, "commitment"))),
        beacon(view, seal, beacon),
        new Html.Step(
            say.text("step.draw"),
            draw.at() == null ? "" : time(draw.at()),
            say.text(draw.at() == null ? "step.draw.not" : "step.draw.text"),
            draw.at() == null ? "" : say.text("hash.seed", value(draw, "seed"))));
  }

  private Html.Step beacon(DrawView view, DrawStep seal, DrawStep beacon) {
    Instant due = Objects.requireNonNull(view.beacon()).due();
    String minutes =
        Long.toString(Duration.between(Objects.requireNonNull(seal.at()), due).toMinutes());
    return beacon.at() == null
        ? new Html.Step(
            say.text("step.beacon"),
            "",
            say.text(
                "step.beacon.due",
                value(beacon, "round"),
                value(beacon, "chain"),
                time(due),
                minutes),
            "")
        : new Html.Step(
            say.text("step.beacon"),
            time(due),
            say.text("step.beacon.text", value(beacon, "round"), value(beacon, "chain"), minutes),
            say.text("hash.signature", value(beacon, "signature")));
  }

  private void again(Html page, DrawView view, DrawBeacon beacon) {
    String name = DrawProof.fileName(view.name());
    String file = contest + "/draw/" + name;
    page.line(it -> it.link(say.text("again.proof"), file + ".proof"));
    if (view.entries() > org.wordborne.effect.Proof.MOST_INSIDE) {
      page.line(it -> it.link(say.text("again.list"), file + ".entries"));
    }
    if (beacon.standIn()) {
      page.line(it -> it.link(say.text("again.chain"), file + ".chain"));
    }
    page.line(
        it ->
            it.link(say.text("again.checker"), "/p/draw-verify.py")
                .say(" · ")
                .link(say.text("again.beacon"), "/p/drand_verify.py"));
    String chain = beacon.standIn() ? " --chain " + name + ".chain" : "";
    page.pre(
        "wordborne effect draw verify "
            + name
            + ".proof"
            + chain
            + "\npython3 draw-verify.py "
            + name
            + ".proof");
    page.small(say.text("again.text"));
  }

  private static String value(DrawStep step, String name) {
    return step.values().getOrDefault(name, "");
  }

  private String time(Instant at) {
    return say.time(at, zone);
  }
}
