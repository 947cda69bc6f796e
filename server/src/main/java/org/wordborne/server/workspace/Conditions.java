package org.wordborne.server.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Condition.Kind;

/// What is the matter around the server now. Work that suffers from it rests, and goes on by
/// itself when it is over; pages say so meanwhile.
@Component
public class Conditions {
  private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);
  private static final Duration DISK_REST = Duration.ofSeconds(59);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private final Map<Kind, Condition> present = new ConcurrentHashMap<>();

  /// Says whether something is the matter.
  public void set(Kind kind, boolean holds, Instant now) {
    if (holds && present.putIfAbsent(kind, new Condition(kind, now)) == null) {
      LOG.warn("{} since {}", kind, now);
    } else if (!holds && present.remove(kind) != null) {
      LOG.warn("{} is over", kind);
    }
  }

  /// All that is the matter.
  public List<Condition> all() {
    return present.values().stream().sorted(Comparator.comparing(Condition::kind)).toList();
  }

  /// Whether that is the matter.
  public boolean has(Kind kind) {
    return present.containsKey(kind);
  }

  /// Whether new words may be taken in.
  public boolean listens() {
    return !has(Kind.DISK_FULL) && !has(Kind.DATABASE);
  }

  /// Whether what is due may leave: answers, posts, letters, webhooks, draws.
  public boolean sends() {
    return !has(Kind.SENDING);
  }

  /// Refuses work that needs the database while it is gone.
  ///
  /// @throws RestingException while that is so
  public void requireDatabase() {
    if (has(Kind.DATABASE)) {
      throw RestingException.ofDatabase();
    }
  }

  /// Waits until new words may be taken in, for work that has begun and can rest.
  public void awaitListening() {
    try {
      while (!listens()) {
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Refuses new words while they cannot be kept.
  ///
  /// @throws RestingException while that is so
  public void requireListening() {
    requireDatabase();
    if (has(Kind.DISK_FULL)) {
      throw new RestingException(Kind.DISK_FULL, DISK_REST);
    }
  }
}
