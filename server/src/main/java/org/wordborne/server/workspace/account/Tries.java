package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;

/// Counts tries of a request by [SignInLimit] and refuses those beyond it.
@Component
class Tries {
  private final SignInLimit limit;

  Tries(SignInLimit limit) {
    this.limit = limit;
  }

  /// Begins a try for `key`, an e-mail address or a name of ours.
  ///
  /// @throws TooManyException if it has to wait
  void begin(String key, HttpServletRequest request) {
    Duration wait = limit.begin(key, request.getRemoteAddr());
    if (wait.isPositive()) {
      throw new TooManyException("too many tries; wait a little", wait);
    }
  }

  /// It was right, and counts no more.
  void succeeded(String key, HttpServletRequest request) {
    limit.succeeded(key, request.getRemoteAddr());
  }
}
