package org.wordborne.server.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;
import org.wordborne.server.workspace.Scope;

/* A conversation that begins; its components are columns. */
record ConversationRowDraft(
    UUID workspace_id,
    UUID id,
    UUID thread_id,
    String title,
    @Nullable UUID person_id,
    UUID opener_mention,
    double rank,
    List<NeedReason> reasons,
    String at,
    long audience) {

  static ConversationRowDraft of(
      Scope scope, UUID id, AskWeigher.Asking ask, Map<UUID, Mention> mentions) {
    var placed = ask.placed();
    var mention = Objects.requireNonNull(mentions.get(placed.word().mention()));
    return new ConversationRowDraft(
        scope.workspace().value(),
        id,
        placed.thread(),
        Titles.of(mention),
        placed.person(),
        mention.id(),
        NeedFormula.rank(ask.base(), placed.word().at()),
        ask.reasons(),
        placed.word().at().toString(),
        placed.audience());
  }

  static void insert(List<ConversationRowDraft> drafts, JdbcClient tx) {
    if (drafts.isEmpty()) {
      return;
    }
    tx.sql(
            """
            insert into conversation (workspace_id, id, thread_id, title, title_mention, person_id,
              opener_mention, state, rank, reasons, waits_since, audience, last_at)
            select workspace_id, id, thread_id, title, opener_mention, person_id, opener_mention,
              'open', rank, reasons, at, audience, at
            from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, id uuid, thread_id uuid,
              title text, person_id uuid, opener_mention uuid, rank double precision,
              reasons jsonb, at timestamptz, audience bigint)
            on conflict do nothing
            """)
        .param("rows", JsonRows.of(drafts))
        .update();
  }
}
