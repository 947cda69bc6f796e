package org.wordborne.server.campaign.contest;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/// The table of flags: what looks odd, and what a person decided about it.
final class FlagBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FlagBook() {}

  /// A flag, or an entry taken at random to see what the flags miss.
  ///
  /// @param decided keep, exclude, or null while nobody decided
  record Flag(
      UUID entry,
      int component,
      double score,
      boolean sample,
      List<FraudReason> reasons,
      @Nullable String decided,
      @Nullable String code,
      @Nullable UUID decidedBy,
      @Nullable String decidedName,
      @Nullable Instant decidedAt) {}

  static int undecided(JdbcClient tx, UUID contest) {
    return tx.sql(
            """
            select count(*) from entry_flag f join entry e
              on e.workspace_id = f.workspace_id and e.id = f.entry_id
            where f.contest = ? and f.decided is null and e.status = 'valid'""")
        .param(contest)
        .query(Integer.class)
        .single();
  }

  static Map<UUID, Flag> all(JdbcClient tx, UUID contest) {
    var flags = new HashMap<UUID, Flag>();
    tx.sql("select * from entry_flag where contest = ?")
        .param(contest)
        .query((row, _) -> read(row))
        .list()
        .forEach(flag -> flags.put(flag.entry(), flag));
    return flags;
  }

  static Optional<Flag> find(JdbcClient tx, UUID entry) {
    return tx.sql("select * from entry_flag where entry_id = ?")
        .param(entry)
        .query((row, _) -> read(row))
        .optional();
  }

  private static Flag read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Flag(
        row.getObject("entry_id", UUID.class),
        row.getInt("component"),
        row.getDouble("score"),
        row.getBoolean("sample"),
        List.of(JSON.readValue(row.getString("reasons"), FraudReason[].class)),
        row.getString("decided"),
        row.getString("code"),
        row.getObject("decided_by", UUID.class),
        row.getString("decided_name"),
        Contest.maybe(row, "decided_at"));
  }

  /// Takes away what nobody decided yet, so that it can be judged anew.
  static void clear(JdbcClient tx, UUID contest) {
    tx.sql("delete from entry_flag where contest = ? and decided is null").param(contest).update();
  }

  /// The highest number of a component that is left.
  static int components(JdbcClient tx, UUID contest) {
    return tx.sql("select coalesce(max(component), 0) from entry_flag where contest = ?")
        .param(contest)
        .query(Integer.class)
        .single();
  }

  static void write(
      Scope scope,
      JdbcClient tx,
      UUID contest,
      UUID entry,
      int component,
      FraudComponent judged,
      boolean sample) {
    tx.sql(
            """
            insert into entry_flag (workspace_id, entry_id, contest, component, score, sample,
              reasons)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(
            scope.workspace().value(),
            entry,
            contest,
            component,
            judged.score(),
            sample,
            JSON.writeValueAsString(judged.reasons()))
        .update();
  }

  /// Keeps what was excluded, as an appeal brought it back.
  static void reverse(JdbcClient tx, UUID entry, SignedIn by, Instant at) {
    tx.sql(
            """
            update entry_flag set decided = 'keep', code = 'fine', decided_by = :by::uuid,
              decided_name = :name, decided_at = :at
            where entry_id = :entry""")
        .param("by", by.person())
        .param("name", by.name())
        .param("at", Timestamp.from(at))
        .param("entry", entry)
        .update();
  }

  /// Whether nobody had decided before.
  static boolean decide(
      JdbcClient tx, UUID entry, String decision, String code, SignedIn by, Instant at) {
    return tx.sql(
                """
                update entry_flag set decided = :decision, code = :code, decided_by = :by::uuid,
                  decided_name = :name, decided_at = :at
                where entry_id = :entry and decided is null""")
            .param("decision", decision)
            .param("code", code)
            .param("by", by.person())
            .param("name", by.name())
            .param("at", Timestamp.from(at))
            .param("entry", entry)
            .update()
        == 1;
  }
}
