package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.VisitorPlace;

/// How much one place ([VisitorPlace]) may ask for: each has a bucket that fills again with time.
///
/// A class of 30 behind one address must all get in at once, so a bucket of forms holds 40; over
/// an hour no more than 200 of one thing are taken.
@Component
class AddressLimits {
  private static final int REMEMBERED = 50_000;

  /// A bucket: how much it holds, and in how long it is full again.
  private enum Rate {
    LOOKS(60, Duration.ofSeconds(2)),
    FORMS(40, Duration.ofMinutes(4)),
    FORMS_AT_ONE_DOOR(200, Duration.ofHours(1));

    private final int most;
    private final Duration whole;

    Rate(int most, Duration whole) {
      this.most = most;
      this.whole = whole;
    }
  }

  private record Level(double left, Instant at) {}

  private final InstantSource clock;
  private final VisitorPlace places;
  private final Map<String, Level> levels =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
          return size() > REMEMBERED;
        }
      };

  AddressLimits(InstantSource clock, VisitorPlace places) {
    this.clock = clock;
    this.places = places;
  }

  /// Counts a page that is looked at.
  void look(HttpServletRequest from) {
    take(Rate.LOOKS, place(from));
  }

  /// Counts a form that is sent.
  void form(HttpServletRequest from, String what) {
    String place = place(from);
    take(Rate.FORMS, place);
    take(Rate.FORMS_AT_ONE_DOOR, place + " " + what);
  }

  private synchronized void take(Rate rate, String place) {
    String key = rate + " " + place;
    Instant now = clock.instant();
    Level old = levels.get(key);
    double each = (double) rate.whole.toMillis() / rate.most;
    double left = rate.most;
    if (old != null) {
      double grown = Math.max(0, Duration.between(old.at(), now).toMillis()) / each;
      left = Math.min(rate.most, old.left() + grown);
    }
    if (left < 1) {
      levels.put(key, new Level(left, now));
      throw new TooManyException(
          "Too much came from your address in a short time. Nothing was kept; try again shortly.",
          Duration.ofMillis((long) Math.ceil((1 - left) * each)));
    }
    levels.put(key, new Level(left - 1, now));
  }

  /// The place a request came from, as text.
  String place(HttpServletRequest from) {
    return places.of(from);
  }
}
