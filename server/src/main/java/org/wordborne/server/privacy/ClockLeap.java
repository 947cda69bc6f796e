package org.wordborne.server.privacy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;

/// Whether the clock leapt ahead since old words were last let go. Then nothing is let go: by a
/// clock that is a year wrong a year of words would be too old.
///
/// A server that stood still looks the same. So after at most a month it goes on by itself once it
/// has run for a day; after more only when somebody has saved for how long words are kept, and so
/// seen what would go.
@Component
class ClockLeap {
  static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Transactions transactions;
  private final Map<WorkspaceId, Long> seen = new ConcurrentHashMap<>();

  ClockLeap(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Whether nothing may be let go now.
  ///
  /// @param nanos of the clock that never leaps
  boolean rests(Scope scope, Instant now, long nanos) {
    Instant last = last(scope);
    if (last == null || !now.isAfter(last.plus(USUAL))) {
      seen.remove(scope.workspace());
      return false;
    }
    long first = seen.computeIfAbsent(scope.workspace(), _ -> nanos);
    return rests(Duration.between(last, now), Duration.ofNanos(nanos - first));
  }

  /// Whether it rests for so long a gap, seen for that long.
  static boolean rests(Duration gap, Duration seenFor) {
    boolean isShort = gap.minus(seenFor).compareTo(LONGEST) <= 0;
    return gap.compareTo(USUAL) > 0 && !(isShort && seenFor.compareTo(USUAL) >= 0);
  }

  /// What was too old is gone, or somebody says that the clock is right.
  void settle(Scope scope, Instant now) {
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into retention (workspace_id, source_id, months, raw_days, swept_at)
                    values (?, ?, 13, 30, ?)
                    on conflict (workspace_id, source_id) do update
                      set swept_at = excluded.swept_at""")
                .params(scope.workspace().value(), RetentionDesk.ALL, Timestamp.from(now))
                .update());
    seen.remove(scope.workspace());
  }

  private @Nullable Instant last(Scope scope) {
    return transactions
        .in(
            scope,
            tx ->
                tx.sql(
                        "select swept_at from retention where source_id = ? and swept_at is not null")
                    .param(RetentionDesk.ALL)
                    .query(OffsetDateTime.class)
                    .optional())
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
