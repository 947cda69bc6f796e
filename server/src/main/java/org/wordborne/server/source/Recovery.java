package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.ChannelException;
import org.wordborne.server.source.Source.Fault;
import org.wordborne.server.source.Source.Health;

/// How a source is after an attempt, and when it is to be asked again.
///
/// A passing fault makes it slow, and deaf from the third in a row; one that a person must mend
/// makes it deaf at once. It is asked again in either case, ever more seldom.
final class Recovery {
  static final String WELL = "well";
  static final String SLOW = "slow";
  static final String DEAF = "deaf";
  private static final int PASSING_FAULTS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);
  private static final double JITTER = 0.1;

  private final RandomGenerator chance;

  Recovery(RandomGenerator chance) {
    this.chance = chance;
  }

  /// After a good attempt.
  ///
  /// @param heard whether something new was heard
  /// @param pause until the next attempt
  Health heard(Health before, boolean heard, Duration pause, Instant now) {
    return new Health(
        WELL,
        before.state().equals(WELL) ? before.since() : now,
        0,
        null,
        now.plus(jittered(pause)),
        heard ? now : before.lastHeardAt(),
        now);
  }

  /// After a failed attempt.
  ///
  /// @param pause between good attempts, from which the back-off grows
  Health failed(Health before, ChannelException fault, Duration pause, Instant now) {
    int failures = before.failures() + 1;
    boolean ours = fault.kind() == ChannelException.Kind.DEAF_UNTIL_PERSON_ACTS;
    String state = ours || failures >= PASSING_FAULTS ? DEAF : SLOW;
    Fault earlier = before.fault();
    return new Health(
        state,
        state.equals(before.state()) ? before.since() : now,
        failures,
        new Fault(
            String.valueOf(fault.getMessage()),
            earlier == null ? now : earlier.since(),
            ours ? "ours" : "theirs"),
        now.plus(backOff(fault.retryAfter(), failures, ours, pause)),
        before.lastHeardAt(),
        before.lastSuccessAt());
  }

  private Duration backOff(@Nullable Duration asked, int failures, boolean ours, Duration pause) {
    if (asked != null && asked.compareTo(LONGEST_ASKED) > 0) {
      return LONGEST_ASKED;
    }
    Duration growing = pause.multipliedBy(1L << Math.min(failures - 1, 16));
    Duration own = ours || growing.compareTo(LONGEST) > 0 ? LONGEST : growing;
    Duration wait = jittered(own);
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }

  /// Up to a tenth longer or shorter, so that sources do not march in step.
  private Duration jittered(Duration pause) {
    double factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }
}
