package org.wordborne.server.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.source.PageEvidence.Shown;
import org.wordborne.server.source.ProposalsView.CandidateView;
import org.wordborne.server.source.ProposalsView.EvidenceView;
import org.wordborne.server.workspace.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The proposals of a workspace, as the database knows them.
final class ProposalBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<CandidateView>> CANDIDATES = new TypeReference<>() {};

  private final Scope scope;
  private final JdbcClient tx;

  ProposalBook(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  /// A proposal as it is kept.
  record Proposal(
      UUID id,
      String host,
      String url,
      String title,
      List<CandidateView> candidates,
      String state,
      Instant foundAt) {}

  /// What was found at a host.
  record Find(
      UUID id, String url, String title, List<CandidateView> candidates, List<Shown> evidence) {}

  /// Proposes a host, or adds what was found to its open proposal.
  void propose(Find find, Instant now) {
    String host = WebPlace.host(find.url());
    UUID id =
        tx.sql(
                """
                insert into source_proposal
                  (workspace_id, id, host, url, title, candidates, found_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, host) where state = 'open'
                do update set host = excluded.host returning id""")
            .params(
                scope.workspace().value(),
                find.id(),
                host,
                find.url(),
                find.title(),
                JSON.writeValueAsString(find.candidates()),
                now.atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single();
    for (Shown shown : find.evidence()) {
      tx.sql(
              """
              insert into proposal_evidence (workspace_id, proposal_id, url, kind, text, at)
              values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
          .params(
              scope.workspace().value(),
              id,
              find.url(),
              shown.kind(),
              shown.text(),
              now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /// Those that nobody has decided, the newest first; hosts in `known` are listened to already.
  List<Proposal> open(Set<String> known) {
    return tx.sql(
            """
            select * from source_proposal
            where workspace_id = ? and state = 'open' and host <> all(?)
            order by found_at desc, id limit 50""")
        .param(scope.workspace().value())
        .param(known.toArray(String[]::new))
        .query(ProposalBook::read)
        .list();
  }

  /// How many nobody has decided.
  long count(Set<String> known) {
    return tx.sql(
            """
            select count(*) from source_proposal
            where workspace_id = ? and state = 'open' and host <> all(?)""")
        .param(scope.workspace().value())
        .param(known.toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  Optional<Proposal> find(UUID id) {
    return tx.sql("select * from source_proposal where id = ?")
        .param(id)
        .query(ProposalBook::read)
        .optional();
  }

  List<EvidenceView> evidence(UUID id) {
    return tx.sql("select * from proposal_evidence where proposal_id = ? order by kind, at")
        .param(id)
        .query(
            (row, _) ->
                new EvidenceView(
                    row.getString("kind"),
                    row.getString("text"),
                    row.getString("url"),
                    null,
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /// Decides an open proposal; false where it was decided before.
  boolean decide(UUID id, String state, @Nullable UUID source, Instant now) {
    return tx.sql(
                """
                update source_proposal set state = ?, source_id = cast(? as uuid), decided_at = ?,
                  decided_by = cast(? as uuid)
                where id = ? and state = 'open'""")
            .param(state)
            .param(source)
            .param(now.atOffset(ZoneOffset.UTC))
            .param(scope.person())
            .param(id)
            .update()
        > 0;
  }

  private static Proposal read(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getObject("id", UUID.class),
        row.getString("host"),
        row.getString("url"),
        row.getString("title"),
        JSON.readValue(row.getString("candidates"), CANDIDATES),
        row.getString("state"),
        row.getObject("found_at", OffsetDateTime.class).toInstant());
  }
}
