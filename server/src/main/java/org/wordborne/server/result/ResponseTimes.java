package org.wordborne.server.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.conversation.AskTimes.AskTime;

/// How long those who asked waited, with those who still wait.
///
/// Kaplan and Meier, *Nonparametric Estimation from Incomplete Observations*, JASA 1958; intervals
/// after Brookmeyer and Crowley, Biometrics 1982, with Greenwood's variance: all times at which the
/// curve is within reach of the line.
final class ResponseTimes {
  private static final double Z = 1.6448536269514722;

  /// From so many answers on an interval is told.
  static final int LEAST = 6;

  private final List<Step> steps;
  private final int answers;

  private ResponseTimes(List<Step> steps, int answers) {
    this.steps = steps;
    this.answers = answers;
  }

  /// The share that still waits after a time, and its standard error.
  record Step(double minutes, double waiting, double error) {}

  /// Minutes after which a share was answered; null where the curve never gets there. Both ends are
  /// null where too few were answered to tell them; only the upper one where it may be any time.
  record Quantile(@Nullable Double minutes, @Nullable Double low, @Nullable Double high) {}

  /// Reads the waits as they stand at `now`.
  static ResponseTimes of(List<AskTime> asks, Instant now) {
    record Wait(double minutes, boolean answered) {}
    var waits = new ArrayList<Wait>();
    for (AskTime ask : asks) {
      Instant end = ask.answeredAt() == null ? now : ask.answeredAt();
      double minutes = Math.max(0, Duration.between(ask.at(), end).toMillis() / 60_000.0);
      waits.add(new Wait(minutes, ask.answeredAt() != null));
    }
    waits.sort(Comparator.comparingDouble(Wait::minutes));
    var steps = new ArrayList<Step>();
    double waiting = 1;
    double greenwood = 0;
    int at = 0;
    int answers = 0;
    while (at < waits.size()) {
      double minutes = waits.get(at).minutes();
      int risk = waits.size() - at;
      int answered = 0;
      while (at < waits.size() && waits.get(at).minutes() == minutes) {
        answered += waits.get(at).answered() ? 1 : 0;
        at++;
      }
      if (answered > 0) {
        waiting *= 1 - (double) answered / risk;
        answers += answered;
        greenwood += risk == answered ? 0 : (double) answered / risk / (risk - answered);
        steps.add(new Step(minutes, waiting, waiting * Math.sqrt(greenwood)));
      }
    }
    return new ResponseTimes(steps, answers);
  }

  /// The least time after which at most `still` of all who asked wait.
  Quantile until(double still) {
    Double middle = null;
    Double low = null;
    Double high = null;
    for (Step step : steps) {
      if (middle == null && step.waiting() <= still + 1e-12) {
        middle = step.minutes();
      }
      if (low == null && step.waiting() - Z * step.error() <= still) {
        low = step.minutes();
      }
      /* Where nobody waits any more, the variance is not defined: the time may be longer. */
      if (high == null
          && step.waiting() > 0
          && step.waiting() + Z * step.error() <= still + 1e-12) {
        high = step.minutes();
      }
    }
    return answers < LEAST ? new Quantile(middle, null, null) : new Quantile(middle, low, high);
  }
}
