package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.spread.TaleRow.TaleBand;
import org.wordborne.spread.Band;
import org.wordborne.spread.Forecast;
import org.wordborne.spread.Forecaster;
import org.wordborne.spread.LiveCascade;

/// How far tales will go; numbers count everybody who tells, the first included.
final class TaleForecasts {
  /// From so many tellers on it is said how a forecast did.
  private static final int JUDGED_AT = 5;

  private TaleForecasts() {}

  /// What is foretold at a moment.
  record Foretold(
      double median, TaleBand b50, TaleBand b80, TaleBand b90, double naive, double pass) {}

  /// The first telling of each person, in order.
  static List<Telling> tellers(List<Telling> tellings) {
    var known = new HashSet<UUID>();
    var first = new ArrayList<Telling>();
    for (Telling one : tellings) {
      if (known.add(one.handle())) {
        first.add(one);
      }
    }
    return first;
  }

  /// The forecast by these tellers at `now`, for a line of so many people.
  static Foretold of(List<Telling> tellers, Instant now, int line) {
    var cascade = new LiveCascade();
    Instant begun = tellers.getFirst().at();
    // Where nobody of them has a count of followers, none is known.
    boolean counted = tellers.stream().anyMatch(one -> one.followers() > 0);
    for (Telling one : tellers) {
      cascade.tell(seconds(begun, one.at()), counted ? one.followers() : LiveCascade.UNKNOWN);
    }
    Forecast forecast = Forecaster.standard().of(cascade, Math.max(0, seconds(begun, now)));
    int told = tellers.size();
    return new Foretold(
        1 + forecast.median(),
        band(forecast.band(50)),
        band(forecast.band(80)),
        band(forecast.band(90)),
        2.0 * told,
        forecast.passes(Math.max(0, line - 1)));
  }

  /// The forecast at the fifth teller, and whether its bands held how it ended.
  record Judged(Instant at, Foretold foretold, boolean in80, boolean in90) {}

  /// How the forecast at the fifth teller did; null if it never had more than that.
  static @Nullable Judged judged(List<Telling> tellers) {
    if (tellers.size() <= JUDGED_AT) {
      return null;
    }
    var seen = tellers.subList(0, JUDGED_AT);
    Instant at = seen.getLast().at();
    var foretold = of(seen, at, tellers.size());
    int told = tellers.size();
    return new Judged(at, foretold, in(foretold.b80(), told), in(foretold.b90(), told));
  }

  private static boolean in(TaleBand band, int told) {
    return Math.floor(band.low()) <= told && told <= Math.ceil(band.high());
  }

  private static TaleBand band(Band others) {
    return new TaleBand(1 + others.low(), 1 + others.high());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
