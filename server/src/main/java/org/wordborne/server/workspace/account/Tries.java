package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.VisitorPlace;

/// Counts tries of a request by [SignInLimit] and refuses those beyond it.
@Component
class Tries {
  private final SignInLimit limit;
  private final VisitorPlace places;

  Tries(SignInLimit limit, VisitorPlace places) {
    this.limit = limit;
    this.places = places;
  }

  /// Begins a try for `key`, an e-mail address or a name of ours.
  ///
  /// @throws TooManyException if it has to wait
  void begin(String key, HttpServletRequest request) {
    Duration wait = limit.begin(key, places.of(request));
    if (wait.isPositive()) {
      throw new TooManyException("too many tries; wait a little", wait);
    }
  }

  /// It was right, and counts no more.
  void succeeded(String key, HttpServletRequest request) {
    limit.succeeded(key, places.of(request));
  }
}
