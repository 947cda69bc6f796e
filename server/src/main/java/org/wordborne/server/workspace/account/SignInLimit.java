package org.wordborne.server.workspace.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts failed sign-ins, so that passwords cannot be tried out: per account ten, per address
/// fifty within a quarter of an hour, whichever is first.
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

  /// How long the next try has to wait; zero if it may be made now.
  synchronized Duration wait(String account, String address) {
    Duration forAccount = wait("account " + account, PER_ACCOUNT);
    Duration forAddress = wait("address " + address, PER_ADDRESS);
    return forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
  }

  synchronized void failed(String account, String address) {
    count("account " + account);
    count("address " + address);
  }

  synchronized void succeeded(String account) {
    windows.remove("account " + account);
  }

  private Duration wait(String key, int most) {
    Window window = windows.get(key);
    Instant now = clock.instant();
    if (window == null || window.failures() < most || !now.isBefore(window.until())) {
      return Duration.ZERO;
    }
    return Duration.between(now, window.until());
  }

  private void count(String key) {
    Instant now = clock.instant();
    Window old = windows.remove(key);
    if (old == null || !now.isBefore(old.until())) {
      windows.put(key, new Window(now.plus(WINDOW), 1));
    } else {
      windows.put(key, new Window(old.until(), old.failures() + 1));
    }
  }
}
