package org.wordborne.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;

/// What a campaign could show, told before it begins.
///
/// Stretches of the time before are taken for campaigns that did nothing. Where the interval of
/// such a stretch reaches down to −x, an effect above x would have been shown in it; the smallest
/// effect is the one that would have been shown in the share asked of all stretches, above and
/// below 0 alike. So it agrees with the interval that is told later, whatever that comes from.
public final class Power {
  private static final int MOST_REHEARSALS = 12;
  private static final int LEAST_BEFORE = 10;

  private Power() {}

  /// The smallest effect of a campaign of so many times.
  ///
  /// @param before values before the campaign, all units
  /// @param treated units the campaign will touch
  /// @param length how many times it will last
  /// @param method how the effect will be found
  /// @param power share of such campaigns that are to be shown, in (0, 1), usually .8
  /// @throws IllegalArgumentException naming a unit that is not there
  public static Smallest detectable(
      Panel before,
      Set<String> treated,
      int length,
      Method method,
      double power,
      LiftSettings settings) {
    if (!(power > 0 && power < 1) || length < 1) {
      throw new IllegalArgumentException(
          "power must be between 0 and 1 and a campaign at least one time long, were %s and %d"
              .formatted(power, length));
    }
    int times = before.times().size();
    if (times < LEAST_BEFORE + length) {
      return unknown(
          method,
          power,
          settings,
          Identified.say(
              "There are %d times; a campaign of %d needs at least %d before it.",
              times, length, LEAST_BEFORE + length));
    }
    var chosen =
        method == Method.AUTO ? Lift.choose(Split.of(before, treated, times - length)) : method;
    var needed = new ArrayList<Double>();
    int shift =
        Math.max(1, Math.max(length / 2, (times - LEAST_BEFORE - length) / MOST_REHEARSALS));
    String why = "";
    for (int end = times;
        end - length >= LEAST_BEFORE && needed.size() < 2 * MOST_REHEARSALS;
        end -= shift) {
      var rehearsal = before.first(end);
      var from = rehearsal.times().get(end - length);
      var effect = Lift.of(rehearsal, treated, from, chosen, settings);
      if (effect.identifiable()) {
        needed.add(-effect.low());
        needed.add(effect.high());
      } else if (needed.isEmpty()) {
        why = effect.why();
      }
    }
    if (needed.isEmpty()) {
      return unknown(chosen, power, settings, why);
    }
    double[] sorted = needed.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double least = Math.max(0, sorted[(int) Math.ceil(power * sorted.length - 1e-9) - 1]);
    double mean = Arrays.stream(before.mean(treated)).average().orElse(Double.NaN);
    return new Smallest(
        least,
        mean > 0 ? least / mean : Double.NaN,
        settings.level(),
        power,
        needed.size() / 2,
        chosen,
        true,
        "");
  }

  private static Smallest unknown(Method method, double power, LiftSettings settings, String why) {
    return new Smallest(Double.NaN, Double.NaN, settings.level(), power, 0, method, false, why);
  }
}
