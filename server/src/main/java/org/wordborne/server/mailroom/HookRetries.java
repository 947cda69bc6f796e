package org.wordborne.server.mailroom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When a delivery that was not taken is tried again: eight tries over a day and a third.
final class HookRetries {
  /// The pauses between the tries, as Standard Webhooks proposes them.
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14));

  /// A pause is longer by at most this share, so that what failed together does not come again
  /// together.
  static final double JITTER = 0.2;

  private static final int STEPS = 1_000;

  private HookRetries() {}

  /// How long to wait after try number `tries`; empty if it was the last.
  ///
  /// @param delivery spreads the pauses: the same delivery and try wait equally long
  /// @param asked what the answer asked for; never less than that
  static Optional<Duration> pause(UUID delivery, int tries, @Nullable Duration asked) {
    if (tries > PAUSES.size()) {
      return Optional.empty();
    }
    Duration pause = PAUSES.get(Math.max(0, tries - 1));
    int step = Math.floorMod(31 * delivery.hashCode() + tries, STEPS);
    Duration spread = pause.plusMillis(Math.round(pause.toMillis() * JITTER * step / STEPS));
    return Optional.of(asked != null && asked.compareTo(spread) > 0 ? asked : spread);
  }
}
