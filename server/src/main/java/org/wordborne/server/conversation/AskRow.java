package org.wordborne.server.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.person.JsonRows;
import org.wordborne.server.workspace.Scope;

/* A word that asks, as it is kept; its components are columns. */
record AskRow(
    UUID workspace_id,
    UUID mention_id,
    UUID conversation_id,
    @Nullable UUID person_id,
    String native_id,
    String intent,
    String at,
    double base,
    double rank,
    List<NeedReason> reasons,
    long audience,
    String state) {

  static AskRow of(Scope scope, AskWeigher.Asking ask, Map<UUID, UUID> conversations) {
    var placed = ask.placed();
    var word = placed.word();
    return new AskRow(
        scope.workspace().value(),
        word.mention(),
        Objects.requireNonNull(conversations.get(placed.thread())),
        placed.person(),
        word.nativeId(),
        ask.intent(),
        word.at().toString(),
        ask.base(),
        NeedFormula.rank(ask.base(), word.at()),
        ask.reasons(),
        placed.audience(),
        ask.answeredBefore() ? "answered" : "waiting");
  }

  /// Writes the rows. What is answered or closed stays so; what was gone waits again.
  ///
  /// @return the conversations in which a word waits that did not wait before
  static Set<UUID> upsert(List<AskRow> rows, JdbcClient tx) {
    return new HashSet<>(
        tx.sql(
                """
                with before as (
                  select a.mention_id, a.state from ask a
                  join jsonb_to_recordset(:rows::jsonb) as r(mention_id uuid)
                    on r.mention_id = a.mention_id),
                written as (
                  insert into ask as a (workspace_id, mention_id, conversation_id, person_id,
                    native_id, intent, at, base, rank, reasons, audience, state)
                  select workspace_id, mention_id, conversation_id, person_id, native_id, intent,
                    at, base, rank, reasons, audience, state
                  from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, mention_id uuid,
                    conversation_id uuid, person_id uuid, native_id text, intent text,
                    at timestamptz, base double precision, rank double precision, reasons jsonb,
                    audience bigint, state text)
                  on conflict (workspace_id, mention_id) do update set
                    intent = excluded.intent, base = excluded.base, rank = excluded.rank,
                    reasons = excluded.reasons, audience = excluded.audience,
                    state = case when a.state = 'gone' then excluded.state else a.state end
                  returning a.mention_id, a.conversation_id, a.state)
                select distinct w.conversation_id from written w
                left join before b on b.mention_id = w.mention_id
                where w.state = 'waiting' and coalesce(b.state, 'gone') = 'gone'
                """)
            .param("rows", JsonRows.of(rows))
            .query(UUID.class)
            .list());
  }
}
