package org.wordborne.server.operate.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.wordborne.server.operate.backup.Catalogue;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.database.DatabaseLogins;

/// What the database counts, over all workspaces, asked past the pool that serves: a pool that is
/// used up must not keep its own alarm from ringing.
final class DatabaseFigures {
  private static final String SHORT = "select set_config('statement_timeout', '10s', false)";
  private static final String OF_A_WORKSPACE =
      """
      with newest as (select coalesce(max(seq), 0) as seq from mention_counter)
      select 'heard', '', '', seq from newest
      union all
      select 'follower', name, '', greatest(0, newest.seq - follower_cursor.seq)
      from follower_cursor, newest
      union all
      select 'source', case when paused then 'paused' else state end, '', count(*)
      from source group by 2
      union all
      select 'reply', state, '', count(*) from reply group by state
      union all
      select 'post', state, '', count(*) from publication_variant group by state
      union all
      select 'delivery', kind, state, count(*) from delivery group by kind, state
      union all
      select 'conversation', state, '', count(*) from conversation
      where state in ('open', 'later') group by state
      union all
      select 'alarm', state, '', count(*) from alarm where state <> 'ended' group by state
      """;

  private static final String NEWEST = "select coalesce(max(seq), 0) from mention_counter";

  private DatabaseFigures() {}

  /// What is counted: a kind of thing, and up to two labels.
  record Key(String what, String one, String two) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return (what + "\n" + one + "\n" + two)
          .compareTo(other.what + "\n" + other.one + "\n" + other.two);
    }
  }

  private record Count(Key key, long number) {}

  /// Asks for all of it.
  ///
  /// @param seen up to which number the search of a workspace sees its words
  /// @throws SQLException if the database does not answer
  static Map<Key, Long> of(DatabaseLogins logins, ToLongFunction<WorkspaceId> seen)
      throws SQLException {
    var sums = new TreeMap<Key, Long>();
    try (Connection owner = Catalogue.connect(logins)) {
      Catalogue.list(owner, SHORT, row -> row.getString(1));
      add(sums, "size", "select pg_database_size(current_database())", owner);
      add(
          sums,
          "backup",
          """
          select extract(epoch from now() - max(made_at))::bigint from backup_run
          where fault is null having max(made_at) is not null
          """,
          owner);
      List<String> workspaces = Catalogue.workspaces(owner);
      sums.put(new Key("workspace", "", ""), (long) workspaces.size());
      for (String workspace : workspaces) {
        Catalogue.enter(owner, workspace);
        Catalogue.list(
                owner,
                OF_A_WORKSPACE,
                row ->
                    new Count(
                        new Key(row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4)))
            .forEach(count -> sums.merge(count.key(), count.number(), Long::sum));
        long newest = Catalogue.list(owner, NEWEST, row -> row.getLong(1)).getFirst();
        long behind = newest - seen.applyAsLong(new WorkspaceId(UUID.fromString(workspace)));
        sums.merge(new Key("unseen", "", ""), Math.max(0, behind), Long::sum);
      }
    }
    return sums;
  }

  private static void add(Map<Key, Long> sums, String what, String sql, Connection owner)
      throws SQLException {
    Catalogue.list(owner, sql, row -> row.getLong(1))
        .forEach(number -> sums.put(new Key(what, "", ""), number));
  }
}
