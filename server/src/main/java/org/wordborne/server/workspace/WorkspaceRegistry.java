package org.wordborne.server.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which workspaces there are, and which have ended: known without any wall, and kept in memory,
/// as this process is the only one that changes it.
@Component
public class WorkspaceRegistry {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private volatile @Nullable List<Entry> known;

  WorkspaceRegistry(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A workspace as everybody may know it.
  ///
  /// @param slug its name in addresses of pages, which never changes
  /// @param endedAt null while it lives
  public record Entry(WorkspaceId id, String slug, @Nullable Instant endedAt) {}

  /// Those that live, oldest first.
  public List<WorkspaceId> living() {
    return entries().stream().filter(one -> one.endedAt() == null).map(Entry::id).toList();
  }

  /// The living one of that id or slug.
  public Optional<WorkspaceId> find(String idOrSlug) {
    return entries().stream()
        .filter(one -> one.endedAt() == null)
        .filter(one -> one.slug().equals(idOrSlug) || one.id().toString().equals(idOrSlug))
        .map(Entry::id)
        .findFirst();
  }

  /// Its name in addresses; empty for one that is not listed.
  public String slug(WorkspaceId id) {
    return entries().stream()
        .filter(one -> one.id().equals(id))
        .map(Entry::slug)
        .findFirst()
        .orElse("");
  }

  /// Whether nobody may reach it any more.
  public boolean hasEnded(WorkspaceId id) {
    return entries().stream().anyMatch(one -> one.id().equals(id) && one.endedAt() != null);
  }

  /// All that ever were, but for those whose rows are gone.
  public List<Entry> entries() {
    List<Entry> kept = known;
    return kept == null ? read() : kept;
  }

  /// Lists a workspace, under a slug made from `wanted`.
  void add(WorkspaceId id, String wanted) {
    String base = Slug.of(wanted);
    for (int number = 1; !inserted(id, number == 1 ? base : base + "-" + number); number++) {}
    read();
  }

  /// Notes that a workspace has ended, in its own last transaction: so that whoever ended it has
  /// their line in its book.
  void end(WorkspaceId id, JdbcClient tx) {
    tx.sql("update workspace_registry set ended_at = ? where workspace_id = ? and ended_at is null")
        .params(Timestamp.from(clock.instant()), id.value())
        .update();
  }

  /// Shuts those that [#end] noted, after its transaction.
  void endings() {
    read();
  }

  private boolean inserted(WorkspaceId id, String slug) {
    return jdbc.sql(
                """
                insert into workspace_registry (workspace_id, slug, made_at) values (?, ?, ?)
                on conflict (slug) do nothing
                """)
            .params(id.value(), slug, Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private synchronized List<Entry> read() {
    List<Entry> read =
        List.copyOf(
            jdbc.sql(
                    "select workspace_id, slug, ended_at from workspace_registry order by made_at,"
                        + " workspace_id")
                .query((row, _) -> entry(row))
                .list());
    known = read;
    return read;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Entry(
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        row.getString("slug"),
        ended == null ? null : ended.toInstant());
  }
}
