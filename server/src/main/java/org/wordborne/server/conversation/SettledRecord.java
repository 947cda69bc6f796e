package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;

/// How often our answers settled words of each intent, on each workspace's own record.
@Component
final class SettledRecord {
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<WorkspaceId, Reading> readings = new ConcurrentHashMap<>();

  SettledRecord(InstantSource clock) {
    this.clock = clock;
  }

  private record Reading(Instant at, Map<String, Settled> settled) {}

  /// The record by intent, at most ten minutes old.
  Map<String, Settled> of(Scope scope, JdbcClient tx) {
    var reading = readings.get(scope.workspace());
    var now = clock.instant();
    if (reading == null || reading.at().plus(FRESH).isBefore(now)) {
      reading = new Reading(now, read(tx));
      readings.put(scope.workspace(), reading);
    }
    return reading.settled();
  }

  /* A day must pass first: whoever is still sour says so by then (see docs/formulas.md). */
  private static Map<String, Settled> read(JdbcClient tx) {
    var settled = new HashMap<String, Settled>();
    tx.sql(
            """
            select a.intent, count(*)::int, count(*) filter (where not exists (
              select 1 from spoken s where s.workspace_id = a.workspace_id
                and s.person_id = a.person_id and s.counted
                and s.sentiment in ('negative', 'mixed')
                and s.at > a.answered_at and s.at < a.answered_at + interval '7 days'))::int
            from ask a
            where a.state = 'answered' and a.answered_at > now() - interval '180 days'
              and a.answered_at < now() - interval '1 day'
            group by a.intent
            """)
        .query((row, _) -> settled.put(row.getString(1), new Settled(row.getInt(2), row.getInt(3))))
        .list();
    return Map.copyOf(settled);
  }
}
