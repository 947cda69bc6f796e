package org.wordborne.server.result.effect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.effect.Effect;
import org.wordborne.effect.HoldOut;
import org.wordborne.effect.Lift;
import org.wordborne.effect.LiftSettings;
import org.wordborne.effect.Method;
import org.wordborne.effect.Panel;
import org.wordborne.effect.Placebo;
import org.wordborne.effect.Power;
import org.wordborne.server.person.PersonWords;
import org.wordborne.server.spread.HeldBack;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;

/// Tells which difference a campaign made.
///
/// Where seeds were held back by chance, those reached are compared with those left out; else what
/// the campaign touched is compared with a mixture of what it did not. Either way an answer is an
/// interval of 90 %, or the sentence why there is none.
@Component
public class EffectDesk {
  /// From so many people on each side a hold-out can be told.
  public static final int LEAST_A_SIDE = 6;

  private static final double LEVEL = .9;
  private static final double POWER = .8;
  private static final int MOST_UNITS = 400;
  private static final int MOST_TIMES = 1_000;
  private static final int MOST_DAYS = 400;

  private final PersonWords words;
  private final InstantSource clock;

  EffectDesk(PersonWords words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
  }

  /// Compares the people who were seeded with those held back, each with the words they spoke in
  /// as long a time before.
  ///
  /// @param from when the campaign began
  /// @param to its end; what is after now has not been heard yet
  /// @param measure `words` (words that count), `glad-words` (positive ones)
  public EffectView holdOut(Scope scope, HeldBack held, Instant from, Instant to, String measure) {
    boolean glad = isGlad(measure);
    Instant end = to.isBefore(clock.instant()) ? to : clock.instant();
    int people = held.seeded().size() + held.held().size();
    if (!from.isBefore(end)) {
      return unknown(measure, "not-yet", "The campaign has not begun.", people);
    }
    if (held.seeded().size() < LEAST_A_SIDE || held.held().size() < LEAST_A_SIDE) {
      var why =
          say(
              "%d people were reached and %d held back; at least %d on each side are needed.",
              held.seeded().size(), held.held().size(), LEAST_A_SIDE);
      return unknown(measure, "not-identifiable", why, people);
    }
    Instant before = from.minus(Duration.between(from, end));
    var after = counts(scope, held, from, end, glad);
    var earlier = counts(scope, held, before, from, glad);
    var effect =
        HoldOut.of(
            arm(held.seeded(), after, earlier), arm(held.held(), after, earlier), settings());
    return view(measure, effect, people);
  }

  private static boolean isGlad(String measure) {
    return switch (measure) {
      case "words" -> false;
      case "glad-words" -> true;
      default -> throw new BadInputException("measure", measure, "Right are words and glad-words.");
    };
  }

  private Map<UUID, Integer> counts(
      Scope scope, HeldBack held, Instant from, Instant to, boolean glad) {
    return words.of(scope, held.everybody(), from, to, glad);
  }

  private static HoldOut.Arm arm(
      List<UUID> people, Map<UUID, Integer> after, Map<UUID, Integer> before) {
    return HoldOut.Arm.of(values(people, after)).withBefore(values(people, before));
  }

  private static double[] values(List<UUID> people, Map<UUID, Integer> counts) {
    return people.stream().mapToDouble(person -> counts.getOrDefault(person, 0)).toArray();
  }

  /// Compares what the campaign touched with a mixture of what it did not.
  ///
  /// @param panel a row a unit, a column a time (days as `2026-05-04`)
  /// @param treated the unit that was touched
  /// @param from the first time after the campaign began, one of the panel's
  /// @param confounders what else happened then, a sentence each: any makes it not identifiable
  public EffectView synthetic(
      String measure, Panel panel, String treated, String from, List<String> confounders) {
    bounded(panel);
    int donors = panel.units().size() - 1;
    if (!panel.times().contains(from)) {
      return unknown(measure, "not-yet", "Nothing is known of the time after it began.", donors);
    }
    var effect =
        Lift.of(panel, Set.of(treated), from, Method.AUTO, settings().withConfounders(confounders));
    return view(measure, effect, donors);
  }

  /// The smallest effect that a campaign of `days` could show, by the time before it.
  public PowerView power(Panel before, String treated, int days) {
    bounded(before);
    if (days < 1 || days > MOST_DAYS) {
      throw new BadInputException("days", days, "From 1 to " + MOST_DAYS + " days.");
    }
    var least = Power.detectable(before, Set.of(treated), days, Method.AUTO, POWER, settings());
    return new PowerView(
        days,
        known(least.effect()),
        known(least.relative()),
        LEVEL,
        POWER,
        least.rehearsals(),
        least.why());
  }

  private static void bounded(Panel panel) {
    if (panel.units().size() > MOST_UNITS || panel.times().size() > MOST_TIMES) {
      throw new BadInputException(
          "panel",
          panel.units().size() + " by " + panel.times().size(),
          "At most " + MOST_UNITS + " units and " + MOST_TIMES + " times.");
    }
  }

  private static LiftSettings settings() {
    return LiftSettings.usual().withLevel(LEVEL);
  }

  private static EffectView unknown(String measure, String sure, String why, int n) {
    return new EffectView(
        measure, null, null, null, null, null, LEVEL, null, sure, why, "", null, List.of(),
        List.of(), n);
  }

  private static EffectView view(String measure, Effect effect, int n) {
    boolean told = effect.identifiable();
    return new EffectView(
        measure,
        told ? known(effect.effect()) : null,
        told ? known(effect.relative()) : null,
        told ? known(effect.total()) : null,
        told ? known(effect.low()) : null,
        told ? known(effect.high()) : null,
        effect.level(),
        told ? known(effect.p()) : null,
        !told ? "not-identifiable" : effect.low() > 0 || effect.high() < 0 ? "identified" : "weak",
        effect.why(),
        effect.method().word(),
        known(effect.fit().scaled()),
        effect.path().stream()
            .map(point -> new EffectPoint(point.time(), point.actual(), point.otherwise()))
            .toList(),
        effect.placebos().stream().map(Placebo::effect).toList(),
        n);
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
