package org.wordborne.server.campaign.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Draws that are due and cannot be drawn: what is to be said of them, once when it begins, once an
/// hour while it lasts, and once when it is over. Each is tried again every minute at least.
final class WaitingDraws {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);
  private final Map<UUID, Instant> waiting = new HashMap<>();
  private String why = "";
  private @Nullable Instant said;

  /// A draw was tried in vain.
  ///
  /// @return whether it was drawn or not tried when it was asked last
  synchronized boolean failed(UUID contest, String reason, Instant now) {
    why = reason;
    return waiting.put(contest, now) == null;
  }

  /// A draw waits no more.
  synchronized void drawn(UUID contest) {
    waiting.remove(contest);
  }

  /// What is to be said now, if anything is.
  synchronized Optional<String> toSay(Instant now) {
    waiting.values().removeIf(tried -> tried.plus(FORGOTTEN).isBefore(now)); // by hand, or gone
    Instant last = said;
    if (waiting.isEmpty()) {
      said = null;
      return last == null ? Optional.empty() : Optional.of("No draw waits any more.");
    }
    if (last != null && last.plus(HOUR).isAfter(now)) {
      return Optional.empty();
    }
    said = now;
    return Optional.of(waiting.size() + " draws are due and wait. " + why);
  }
}
