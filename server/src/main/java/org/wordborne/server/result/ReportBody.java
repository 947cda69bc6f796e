package org.wordborne.server.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.publicpage.Html;
import org.wordborne.server.result.ResultsView.AnswersGiven;
import org.wordborne.server.result.ResultsView.Between;
import org.wordborne.server.result.ResultsView.CampaignEffect;
import org.wordborne.server.result.effect.EffectView;

/// Writes results as a report, for a page and for paper alike.
final class ReportBody {
  private final ReportTexts texts;
  private final ResultsView view;
  private final Html page;

  ReportBody(ReportTexts texts, ResultsView view, Html page) {
    this.texts = texts;
    this.view = view;
    this.page = page;
  }

  /// Writes all of it but the drawing.
  void write() {
    effects();
    heard();
    voice();
    page.section(texts.say("answered"), it -> answered(it, view.answered()));
    page.section(
        texts.say("talk"),
        it -> it.p(texts.say("talk.text", view.talk().answers(), view.talk().posts())));
    came();
    cost();
    beside();
    also();
    page.small(
        view.topics().isEmpty()
            ? texts.say("everything")
            : texts.say("topics", String.join(", ", view.topics())));
    page.small(texts.say("interval"));
  }

  /// The name of what it is told of, and its days.
  static String crumb(ReportTexts texts, ResultsView view) {
    String name = view.campaign() == null ? texts.say("whole") : view.campaign().name();
    return name + ", " + texts.say("span", view.from(), view.to());
  }

  /// The headline and the sentence below it.
  void lead() {
    var glad = first();
    if (view.campaign() == null || glad == null) {
      page.lead(texts.say("head.brand", heard("people"), heard("words")), crumb(texts, view));
      return;
    }
    var effect = glad.effect();
    if (glad.total() == null || glad.low() == null || glad.high() == null) {
      page.lead(texts.say("head.none"), crumb(texts, view) + ". " + texts.told(effect.why()));
      return;
    }
    String kind = kind(effect) + (effect.ofPeople() ? ".heldout" : "");
    double low = isFewer(effect) ? -glad.high() : glad.low();
    double high = isFewer(effect) ? -glad.low() : glad.high();
    page.lead(
        texts.say("head." + kind, Math.abs(glad.total())),
        crumb(texts, view) + ". " + texts.say("dek." + kind, low, high, glad.days(), effect.n()));
  }

  private static String kind(EffectView effect) {
    return isFewer(effect) ? "fewer" : effect.sure();
  }

  private static boolean isFewer(EffectView effect) {
    return effect.sure().equals("identified") && effect.effect() != null && effect.effect() < 0;
  }

  private @Nullable CampaignEffect first() {
    return view.effects().isEmpty() ? null : view.effects().getFirst();
  }

  private long heard(String key) {
    return view.heard().stream()
        .filter(figure -> figure.key().equals(key))
        .mapToLong(ResultsView.ResultFigure::value)
        .sum();
  }

  private void effects() {
    if (view.effects().isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    for (CampaignEffect one : view.effects()) {
      var effect = one.effect();
      rows.add(
          List.of(
              texts.say("effect." + effect.measure()),
              between(one.total(), one.low(), one.high()),
              between(effect.effect(), effect.low(), effect.high()),
              sure(one),
              cost(one)));
    }
    page.section(
        texts.say("effect"),
        it -> {
          it.table(
              List.of(
                  texts.say("effect.what"),
                  texts.say("effect.total"),
                  texts.say("effect.day"),
                  texts.say("effect.sure"),
                  texts.say("effect.one")),
              rows);
          placebos(it);
        });
  }

  private void placebos(Html it) {
    var glad = first();
    if (glad != null && glad.effect().effect() != null && !glad.effect().placebos().isEmpty()) {
      var placebos = glad.effect().placebos();
      it.small(
          texts.say(
              "placebos",
              placebos.size(),
              placebos.stream()
                  .sorted()
                  .map(value -> texts.number(value, 1))
                  .collect(Collectors.joining("; ")),
              texts.number(glad.effect().effect(), 1)));
    }
  }

  private String sure(CampaignEffect one) {
    var effect = one.effect();
    if (effect.sure().equals("identified")) {
      String by = effect.ofPeople() ? "sure.heldout" : "sure.identified";
      return texts.say(by, effect.n());
    }
    return texts.say("sure." + effect.sure(), texts.told(effect.why()));
  }

  private String between(@Nullable Double middle, @Nullable Double low, @Nullable Double high) {
    if (middle == null || low == null || high == null) {
      return texts.say("none");
    }
    return texts.say("effect.between", middle, low, high);
  }

  private static String cost(CampaignEffect one) {
    var cost = one.one();
    if (cost == null) {
      return "–";
    }
    return cost.middle()
        + " ("
        + cost.low()
        + " – "
        + (cost.high() == null ? "∞" : cost.high())
        + ")";
  }

  private void heard() {
    var rows = new ArrayList<List<String>>();
    for (var figure : view.heard()) {
      rows.add(
          List.of(
              texts.say("heard." + figure.key()),
              figure.n() == null
                  ? texts.number(figure.value(), 0)
                  : texts.say("heard.impressions.of", figure.value(), figure.n())));
    }
    page.section(texts.say("heard"), it -> it.table(List.of(), rows));
  }

  private void voice() {
    var voice = view.voice();
    page.section(
        texts.say("voice"),
        it -> {
          if (!voice.why().isEmpty()) {
            it.p(texts.say("voice." + voice.why(), voice.people()));
            return;
          }
          var rows = new ArrayList<List<String>>();
          for (BrandShare share : voice.shares()) {
            rows.add(
                List.of(
                    share.brand(),
                    share.share() == null || share.low() == null || share.high() == null
                        ? texts.say("none")
                        : texts.say(
                            "effect.between",
                            texts.percent(share.share()),
                            texts.percent(share.low()),
                            texts.percent(share.high())),
                    texts.number(share.people(), 0)));
          }
          it.table(
              List.of(texts.say("voice.what"), texts.say("voice.share"), texts.say("voice.people")),
              rows);
          it.small(texts.say("voice.note", voice.people()));
        });
  }

  private void answered(Html it, AnswersGiven answered) {
    Between share = answered.share();
    if (share == null || share.low() == null || share.high() == null) {
      it.p(texts.say("answered.none"));
      return;
    }
    it.p(
        texts.say(
            "answered.share",
            answered.inTime() + answered.late(),
            answered.asked(),
            texts.percent(share.middle()),
            texts.percent(share.low()),
            texts.percent(share.high())));
    it.p(texts.say("answered.parts", answered.inTime(), answered.late(), answered.unanswered()));
    it.p(
        answered.median() == null
            ? texts.say("answered.slow")
            : texts.say("answered.median", time(answered.median())));
    if (answered.p90() != null) {
      it.p(texts.say("answered.p90", time(answered.p90())));
    }
  }

  private String time(Between time) {
    if (time.low() == null) {
      return texts.minutes(time.middle());
    }
    if (time.high() == null) {
      return texts.say("answered.open", texts.minutes(time.middle()), texts.minutes(time.low()));
    }
    return texts.say(
        "effect.between",
        texts.minutes(time.middle()),
        texts.minutes(time.low()),
        texts.minutes(time.high()));
  }

  private void came() {
    var came = view.came();
    if (came == null) {
      return;
    }
    page.section(
        texts.say("came"),
        it -> {
          it.p(texts.say("came.text", came.visits(), came.signUps()));
          var k = came.k();
          if (k != null && k.low() != null && k.high() != null) {
            it.p(
                texts.say(
                    "came.k",
                    texts.number(k.middle(), 2),
                    texts.number(k.low(), 2),
                    texts.number(k.high(), 2),
                    came.advocates()));
          } else if (came.whyNot() != null) {
            it.p(texts.told(came.whyNot()));
          }
        });
  }

  private void cost() {
    var cost = view.cost();
    if (cost == null) {
      return;
    }
    page.section(
        texts.say("cost"),
        it -> {
          it.p(texts.say("cost.money", cost.money()));
          if (cost.minutes() > 0) {
            it.p(texts.say("cost.hours", texts.number(cost.minutes() / 60.0, 1)));
            it.p(
                cost.hour() == null
                    ? texts.say("cost.nohour")
                    : texts.say("cost.hour", cost.hour()));
          }
          if (cost.whole() != null) {
            it.p(texts.say("cost.whole", cost.whole()));
          }
        });
  }

  private void beside() {
    if (view.beside().isEmpty()) {
      return;
    }
    page.section(
        texts.say("beside"),
        it -> {
          it.table(
              List.of(
                  texts.say("beside.what"),
                  texts.say("beside.amount"),
                  texts.say("beside.one"),
                  texts.say("beside.assumed")),
              view.beside().stream()
                  .map(
                      one ->
                          List.of(
                              one.what(),
                              one.amount(),
                              one.one(),
                              texts.say("beside.assumption", one.responses(), one.assumption())))
                  .toList());
          it.small(texts.say("beside.note"));
        });
  }

  private void also() {
    if (!view.also().isEmpty()) {
      page.section(
          texts.say("also"),
          it ->
              it.list(
                  view.also().stream()
                      .map(one -> texts.say("also.line", one.what(), one.from(), one.to()))
                      .toList()));
    }
  }
}
