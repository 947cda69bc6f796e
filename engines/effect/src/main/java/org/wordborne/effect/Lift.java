package org.wordborne.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What difference a campaign made to units it touched, told by units it did not touch.
///
/// ```java
/// var effect = Lift.of(panel, Set.of("Fern"), "2026-05-04", Method.AUTO, LiftSettings.usual());
/// effect.effect();        // 2.4 glad persons a day
/// effect.low();           // 1.1
/// effect.identifiable();  // true
/// ```
///
/// Several treated units are taken by their mean; `total` counts all of them. The methods are
/// named at [Method], the ways to an interval at [Inference]. An effect is not identifiable, and
/// says why, when there are fewer than 10 times before or 3 donors, when the time before is told
/// badly (error above half of the treated's own spread *and* correlation below .7), when there are
/// too few placebos for the level asked, or when the caller knows of something else that happened.
///
/// Deterministic. Cost: one to a few hundred fits of about a millisecond.
public final class Lift {
  private Lift() {}

  /// The effect from time `from` on.
  ///
  /// @throws IllegalArgumentException naming a unit or a time that is not there
  public static Effect of(
      Panel panel, Set<String> treated, String from, Method method, LiftSettings settings) {
    var split = Split.of(panel, treated, from);
    var chosen = method == Method.AUTO ? choose(split) : method;
    if (chosen == Method.GIVEN || chosen == Method.HOLD_OUT) {
      throw new IllegalArgumentException(chosen.word() + " does not choose weights in a panel");
    }
    return told(panel, split, chosen, new double[0], settings);
  }

  /// The effect against a counterpart of weights that were given, for example published ones.
  ///
  /// @throws IllegalArgumentException naming a unit or a time that is not there
  public static Effect weighted(
      Panel panel,
      Set<String> treated,
      String from,
      Map<String, Double> weights,
      LiftSettings settings) {
    var split = Split.of(panel, treated, from);
    double[] given = new double[split.names().size()];
    for (var weight : new TreeMap<>(weights).entrySet()) {
      int index = split.names().indexOf(weight.getKey());
      if (index < 0) {
        throw new IllegalArgumentException("no donor is called '" + weight.getKey() + "'");
      }
      given[index] = weight.getValue();
    }
    return told(panel, split, Method.GIVEN, given, settings);
  }

  /* Whoever told the last third of the time before best is asked about the time after. */
  static Method choose(Split split) {
    int rehearsed = Math.max(1, split.before() / 3);
    if (split.before() - rehearsed < 2) {
      return Method.DID;
    }
    var rehearsal = split.rehearsal(rehearsed);
    var best = Method.DID;
    double least = Double.POSITIVE_INFINITY;
    for (var method : List.of(Method.SDID, Method.SC_DEMEANED, Method.DID)) {
      var fitted = rehearsal.counterpart(rehearsal.design(method, new double[0]));
      double error = 0;
      for (int t = rehearsal.before(); t < rehearsal.times(); t++) {
        error += fitted.residual(t) * fitted.residual(t);
      }
      if (error < least) {
        least = error;
        best = method;
      }
    }
    return best;
  }

  private static Effect told(
      Panel panel, Split split, Method method, double[] given, LiftSettings settings) {
    var design = split.design(method, given);
    var fitted = split.counterpart(design);
    var range = Ranges.of(split, design, fitted, settings);
    var why = Identified.why(split, design, fitted.fit(), range, settings);
    double otherwise = fitted.meanOtherwiseAfter();
    double effect = fitted.effect();
    return new Effect(
        effect,
        otherwise > 0 ? effect / otherwise : Double.NaN,
        effect * split.treatedUnits() * split.after(),
        range.low(),
        range.high(),
        settings.level(),
        range.p(),
        method,
        split.named(fitted.weights),
        method == Method.SDID ? timed(panel, fitted.timeWeights) : Map.of(),
        fitted.fit(),
        why.isEmpty(),
        why,
        path(panel, split, fitted),
        range.placebos());
  }

  private static Map<String, Double> timed(Panel panel, double[] weights) {
    var timed = new LinkedHashMap<String, Double>();
    for (int t = 0; t < weights.length; t++) {
      if (weights[t] != 0) {
        timed.put(panel.times().get(t), weights[t]);
      }
    }
    return timed;
  }

  private static List<Point> path(Panel panel, Split split, Counterpart fitted) {
    var path = new ArrayList<Point>();
    for (int t = 0; t < split.times(); t++) {
      path.add(new Point(panel.times().get(t), split.treated()[t], fitted.otherwise[t]));
    }
    return path;
  }
}
