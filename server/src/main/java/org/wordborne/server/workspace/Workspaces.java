package org.wordborne.server.workspace;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The workspaces of this server, and the brand each is about. There is one so far.
@Component
public class Workspaces {
  private static final String DEFAULT = "default-workspace";
  private final Transactions transactions;
  private final ServerSettings settings;
  private final Ids ids;
  private final InstantSource clock;
  private @Nullable WorkspaceId current;

  Workspaces(Transactions transactions, ServerSettings settings, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /// The workspace that is meant where none is named; made at the first call ever.
  public synchronized WorkspaceId current() {
    WorkspaceId known = current;
    if (known == null) {
      known = settings.read(DEFAULT).map(WorkspaceId::parse).orElseGet(this::first);
      current = known;
    }
    return known;
  }

  /* Settled only after the workspace is there: a kill between leaves one that nobody names. */
  private WorkspaceId first() {
    WorkspaceId made = create("Workspace");
    return WorkspaceId.parse(settings.settle(DEFAULT, made.toString()));
  }

  /// Every workspace there is, for work that goes through all of them.
  public List<WorkspaceId> all() {
    return List.of(current());
  }

  /// Makes a further workspace; tests use it to be alone.
  public WorkspaceId create(String name) {
    var made = new WorkspaceId(ids.next());
    transactions.run(
        Scope.of(made),
        jdbc ->
            jdbc.sql("insert into workspace (workspace_id, name, created_at) values (?, ?, ?)")
                .params(made.value(), name, Timestamp.from(clock.instant()))
                .update());
    return made;
  }

  /// The workspace's own name, which is not the brand's.
  public String name(Scope scope) {
    return transactions.in(
        scope, jdbc -> jdbc.sql("select name from workspace").query(String.class).single());
  }

  /// The brand as it was set up, or an empty one.
  public Brand brand(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql("select brand, names, place, not_confused, homes, set_up from workspace")
                .query((row, _) -> brand(row))
                .single());
  }

  /// Names the workspace and its brand, which is set up from then on.
  public void rename(Scope scope, String name, Brand brand) {
    transactions.run(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    update workspace
                    set name = ?, brand = ?, names = ?, place = ?, not_confused = ?, homes = ?,
                      set_up = true
                    """)
                .params(
                    name,
                    brand.name(),
                    brand.names().toArray(String[]::new),
                    brand.place(),
                    brand.notConfused().toArray(String[]::new),
                    brand.homes().toArray(String[]::new))
                .update());
  }

  private static Brand brand(ResultSet row) throws SQLException {
    return new Brand(
        row.getString("brand"),
        words(row.getArray("names")),
        row.getString("place"),
        words(row.getArray("not_confused")),
        words(row.getArray("homes")),
        row.getBoolean("set_up"));
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
