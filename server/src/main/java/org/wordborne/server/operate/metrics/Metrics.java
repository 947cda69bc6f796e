package org.wordborne.server.operate.metrics;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.operate.metrics.DatabaseFigures.Key;
import org.wordborne.server.operate.metrics.Exposition.Type;
import org.wordborne.server.workspace.Condition;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.database.Databases;
import org.wordborne.server.workspace.trace.Traces;

/// Puts together what is asked for. What comes from the database is asked anew at most each five
/// seconds, however many ask.
@Component
class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final long FRESH = 5_000_000_000L;
  private final RequestMeter requests;
  private final Conditions conditions;
  private final Databases databases;
  private final DataSource pool;
  private final ServerProperties properties;
  private final Workspaces workspaces;
  private final MentionSearch search;
  private final Traces traces;
  private @Nullable Map<Key, Long> known;
  private long asked;

  Metrics(
      RequestMeter requests,
      Conditions conditions,
      Databases databases,
      DataSource pool,
      ServerProperties properties,
      Workspaces workspaces,
      MentionSearch search,
      Traces traces) {
    this.requests = requests;
    this.conditions = conditions;
    this.databases = databases;
    this.pool = pool;
    this.properties = properties;
    this.workspaces = workspaces;
    this.search = search;
    this.traces = traces;
  }

  /// All of it, as text.
  synchronized String text() {
    var out = new Exposition();
    MachineFigures.process(out);
    try {
      MachineFigures.disk(out, properties.data());
      MachineFigures.pool(out, pool);
    } catch (IOException | SQLException gone) {
      LOG.debug("metrics without disk or pool: {}", gone.toString());
    }
    requests.write(out);
    out.family("wordborne_conditions", Type.GAUGE, "1 for what is the matter now, by kind.");
    for (Condition.Kind kind : Condition.Kind.values()) {
      out.sample(conditions.has(kind) ? 1 : 0, "kind", kind.word());
    }
    out.family("wordborne_spans_lost_total", Type.COUNTER, "Spans of traces that were not sent.");
    out.sample(traces.lost());
    Map<Key, Long> figures = figures();
    out.family("wordborne_database_up", Type.GAUGE, "1 while the database answers.");
    out.sample(figures == null ? 0 : 1);
    write(out, figures == null ? new TreeMap<>() : figures);
    return out.text();
  }

  private @Nullable Map<Key, Long> figures() {
    if (conditions.has(Condition.Kind.DATABASE)) {
      return null;
    }
    if (asked != 0 && System.nanoTime() - asked < FRESH) {
      return known;
    }
    known = null;
    try {
      known = DatabaseFigures.of(databases.logins(), this::seen);
    } catch (SQLException gone) {
      LOG.warn("metrics without the database: {}", gone.getSQLState());
    }
    asked = System.nanoTime();
    return known;
  }

  /* An ended workspace has no index any more, so nothing of it waits to be seen. */
  private long seen(WorkspaceId workspace) {
    return workspaces.all().contains(workspace) ? search.seen(Scope.of(workspace)) : Long.MAX_VALUE;
  }

  private static void write(Exposition out, Map<Key, Long> figures) {
    family(out, figures, "workspace", "wordborne_workspaces", "Workspaces.");
    family(out, figures, "size", "wordborne_database_bytes", "What the database takes.");
    family(out, figures, "backup", "wordborne_backup_age_seconds", "Since the last good backup.");
    out.family("wordborne_words_heard_total", Type.COUNTER, "Words heard and kept.");
    samples(out, figures, "heard");
    family(
        out,
        figures,
        "follower",
        "wordborne_follower_behind_words",
        "Words that are heard and not yet followed, by who follows.",
        "follower");
    family(out, figures, "source", "wordborne_sources", "Sources by state.", "state");
    family(
        out,
        figures,
        "conversation",
        "wordborne_conversations",
        "Conversations that wait, by state.",
        "state");
    family(out, figures, "reply", "wordborne_replies", "Answers by what became of them.", "state");
    family(
        out, figures, "post", "wordborne_posts", "Planned posts by what became of them.", "state");
    family(
        out,
        figures,
        "delivery",
        "wordborne_deliveries",
        "Mail and webhooks that go out, by state.",
        "kind",
        "state");
    family(
        out,
        figures,
        "unseen",
        "wordborne_index_behind_words",
        "Words that search does not see yet.");
    family(out, figures, "alarm", "wordborne_alarms", "Alarms that have not ended.", "state");
  }

  private static void family(
      Exposition out,
      Map<Key, Long> figures,
      String what,
      String name,
      String help,
      String... labels) {
    out.family(name, Type.GAUGE, help);
    samples(out, figures, what, labels);
  }

  private static void samples(
      Exposition out, Map<Key, Long> figures, String what, String... labels) {
    figures.forEach(
        (key, number) -> {
          if (key.what().equals(what)) {
            out.sample(
                number,
                switch (labels.length) {
                  case 0 -> new String[0];
                  case 1 -> new String[] {labels[0], key.one()};
                  default -> new String[] {labels[0], key.one(), labels[1], key.two()};
                });
          }
        });
  }
}
