package org.wordborne.server.strategy;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.strategy.StrategyView.ReconsiderView;
import org.wordborne.server.strategy.StrategyView.StrategyThemeRow;

/// Says when the plan itself is to be thought over, and names what of it.
///
/// Either the agreement was below the line in three weekly looks running, with its whole interval;
/// or there are rising themes, and not one that fits and was not refused.
@Component
class Reconsider {
  private static final double LINE = .60;
  private static final int LOOKS = 3;

  /// What to think over; null while there is no reason to.
  @Nullable ReconsiderView of(List<StrategyWeeks.Week> weeks, List<StrategyThemeRow> rows) {
    String why = isFar(weeks) ? "agreement" : nothingFits(rows) ? "nothing-fits" : "";
    if (why.isEmpty()) {
      return null;
    }
    return rows.stream()
        .filter(row -> row.say() != null && row.say() > people(row))
        .max(Comparator.comparingDouble(Reconsider::gap))
        .map(row -> view(why, row))
        .orElse(null);
  }

  private static ReconsiderView view(String why, StrategyThemeRow row) {
    int persons = row.persons() == null ? 0 : row.persons();
    return new ReconsiderView(why, row.id(), row.name(), say(row), people(row), persons);
  }

  private static double say(StrategyThemeRow row) {
    return row.say() == null ? 0 : row.say();
  }

  private static double people(StrategyThemeRow row) {
    return row.they() == null ? 0 : row.they().value();
  }

  private static double gap(StrategyThemeRow row) {
    return say(row) - people(row);
  }

  private static boolean isFar(List<StrategyWeeks.Week> weeks) {
    return weeks.size() >= LOOKS
        && weeks.stream()
            .limit(LOOKS)
            .allMatch(week -> week.agreement() != null && week.agreement().high() < LINE);
  }

  private static boolean nothingFits(List<StrategyThemeRow> rows) {
    var asked = rows.stream().filter(Reconsider::isAsked).toList();
    return !asked.isEmpty() && asked.stream().noneMatch(Reconsider::fits);
  }

  /// They ask for it, or speak of it more and more, and we hardly do.
  private static boolean isAsked(StrategyThemeRow row) {
    var course = row.course();
    boolean rises = course != null && course.word().equals("rising");
    boolean unheard = row.together() == null || row.together().equals("unheard");
    return !row.few() && unheard && (rises || row.origin().equals("words"));
  }

  private static boolean fits(StrategyThemeRow row) {
    var decided = row.decided();
    return decided == null
        ? row.verdict().word().equals("fits")
        : decided.verdict().equals("fits") && !decided.answer().equals("no");
  }
}
