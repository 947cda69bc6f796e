package org.wordborne.server.workspace.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Sha256;

/// Counts failed sign-ins, so that passwords cannot be tried out: per account ten, per address
/// fifty within a quarter of an hour, whichever is first. A try counts from its beginning, so that
/// many at once are no more than as many in a row. What was sent is kept as a hash, however long it
/// is, and no longer than it counts.
@Component
class SignInLimit {
  private static final int PER_ACCOUNT = 10;
  private static final int PER_ADDRESS = 50;
  private static final int REMEMBERED = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private final InstantSource clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Window(Instant until, int failures) {}

  SignInLimit(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins a try: zero if it may be made now, and then it counts; else how long it has to wait.
  synchronized Duration begin(String account, String address) {
    dropOver();
    Duration forAccount = wait(account(account), PER_ACCOUNT);
    Duration forAddress = wait(address(address), PER_ADDRESS);
    Duration wait = forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
    if (wait.isZero()) {
      count(account(account), 1);
      count(address(address), 1);
    }
    return wait;
  }

  /// Says that the try that began was right: it and those for the same account count no more.
  synchronized void succeeded(String account, String address) {
    windows.remove(account(account));
    count(address(address), -1);
  }

  /* However an address is written, it is the same account. */
  private static String account(String email) {
    return "account " + Sha256.hex(email.strip().toLowerCase(Locale.ROOT));
  }

  private static String address(String address) {
    return "address " + address;
  }

  /// How many accounts and addresses are being counted.
  synchronized int counted() {
    dropOver();
    return windows.size();
  }

  /* All are equally long and stand in the order in which they began. */
  private void dropOver() {
    Instant now = clock.instant();
    Iterator<Window> eldest = windows.values().iterator();
    while (eldest.hasNext() && isOver(eldest.next(), now)) {
      eldest.remove();
    }
  }

  /* Also one that a clock set back would keep for longer than any lasts. */
  private static boolean isOver(Window window, Instant now) {
    return !now.isBefore(window.until()) || window.until().isAfter(now.plus(WINDOW));
  }

  private Duration wait(String key, int most) {
    Window window = windows.get(key);
    Instant now = clock.instant();
    if (window == null || window.failures() < most || isOver(window, now)) {
      return Duration.ZERO;
    }
    return Duration.between(now, window.until());
  }

  private void count(String key, int more) {
    Instant now = clock.instant();
    Window old = windows.get(key);
    if (old != null && !isOver(old, now)) {
      windows.put(key, new Window(old.until(), old.failures() + more));
    } else if (more > 0) {
      windows.remove(key);
      windows.put(key, new Window(now.plus(WINDOW), more));
    }
  }
}
