package org.wordborne.server.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Scope;

/// What came by word of mouth: visits of short links, sign-ups, and how many each brings.
public interface ReferralFigures {

  /// How many new people each one brings in the end.
  ///
  /// @param n advocates it is reckoned from
  record KFactor(double value, double low, double high, double level, int n) {}

  /// What came in a span of time.
  ///
  /// @param signUps people who came by somebody's link or code
  /// @param k null where there are too few to say
  /// @param whyNot why there is no `k`; null where there is one
  record ReferralView(
      long visits, long signUps, int advocates, @Nullable KFactor k, @Nullable String whyNot) {}

  /// What came in `[from, to)`; `k` is reckoned from everybody who joined before `to`.
  ReferralView of(Scope scope, Instant from, Instant to);
}
