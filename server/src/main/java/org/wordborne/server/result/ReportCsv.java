package org.wordborne.server.result;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.CsvLine;

/// Results as a table that no spreadsheet takes for formulas.
final class ReportCsv {
  private final StringBuilder out = new StringBuilder();

  private ReportCsv() {}

  /// One line a figure.
  static String of(ResultsView view) {
    var csv = new ReportCsv();
    csv.row("part", "figure", "value", "low", "high", "n", "unit", "sure", "why");
    String days = view.from() + "/" + view.to();
    csv.row(
        "span",
        view.campaign() == null ? "" : view.campaign().name(),
        days,
        null,
        null,
        null,
        "days of UTC",
        null,
        null);
    view.heard()
        .forEach(
            one -> csv.row("heard", one.key(), one.value(), null, null, one.n(), null, null, null));
    for (var one : view.effects()) {
      var effect = one.effect();
      csv.row(
          "effect",
          effect.measure(),
          effect.effect(),
          effect.low(),
          effect.high(),
          effect.n(),
          effect.ofPeople() ? "a person" : "a day",
          effect.sure(),
          effect.why());
      csv.row(
          "effect-total",
          effect.measure(),
          one.total(),
          one.low(),
          one.high(),
          effect.ofPeople() ? effect.n() : one.days(),
          effect.ofPeople() ? "all who were reached" : "all days",
          effect.sure(),
          effect.why());
      var cost = one.one();
      if (cost != null) {
        csv.row(
            "cost-of-one",
            effect.measure(),
            cost.middle(),
            cost.low(),
            cost.high(),
            null,
            null,
            effect.sure(),
            null);
      }
    }
    for (var one : view.voice().shares()) {
      csv.row(
          "share-of-voice",
          one.brand(),
          one.share(),
          one.low(),
          one.high(),
          one.people(),
          "people",
          null,
          view.voice().why());
    }
    answers(csv, view.answered());
    csv.row("talk", "answers", view.talk().answers(), null, null, null, null, null, null);
    csv.row("talk", "posts", view.talk().posts(), null, null, null, null, null, null);
    var came = view.came();
    if (came != null) {
      csv.row("came", "visits", came.visits(), null, null, null, null, null, null);
      csv.row("came", "sign-ups", came.signUps(), null, null, null, null, null, null);
      csv.between("came", "k", came.k(), came.advocates(), "each", came.whyNot());
    }
    var cost = view.cost();
    if (cost != null) {
      csv.row("cost", "money", cost.money(), null, null, null, null, null, null);
      csv.row("cost", "minutes", cost.minutes(), null, null, null, null, null, null);
      csv.row("cost", "together", cost.whole(), null, null, null, null, null, null);
    }
    for (var one : view.beside()) {
      csv.row(
          "paid",
          one.what(),
          one.one(),
          null,
          null,
          one.responses(),
          "a response",
          "assumed",
          one.assumption());
    }
    for (var one : view.also()) {
      csv.row(
          "also",
          one.what(),
          one.from() + "/" + one.to(),
          null,
          null,
          null,
          null,
          null,
          one.measure());
    }
    return csv.out.toString();
  }

  private static void answers(ReportCsv csv, ResultsView.AnswersGiven answers) {
    csv.between("answered", "share", answers.share(), answers.asked(), null, null);
    csv.row("answered", "in time", answers.inTime(), null, null, answers.asked(), null, null, null);
    csv.row("answered", "late", answers.late(), null, null, answers.asked(), null, null, null);
    csv.row(
        "answered",
        "not at all",
        answers.unanswered(),
        null,
        null,
        answers.asked(),
        null,
        null,
        null);
    csv.between("answered", "half", answers.median(), answers.asked(), "minutes", null);
    csv.between("answered", "nine in ten", answers.p90(), answers.asked(), "minutes", null);
  }

  private void between(
      String part,
      String figure,
      ResultsView.@Nullable Between value,
      int n,
      @Nullable String unit,
      @Nullable String why) {
    row(
        part,
        figure,
        value == null ? null : value.middle(),
        value == null ? null : value.low(),
        value == null ? null : value.high(),
        n,
        unit,
        null,
        why);
  }

  private void row(@Nullable Object... cells) {
    out.append(CsvLine.of(new ArrayList<>(Arrays.asList(cells))));
  }
}
