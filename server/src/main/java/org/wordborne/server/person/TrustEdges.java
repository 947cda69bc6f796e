package org.wordborne.server.person;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Who answers, repeats and thanks whom, each deed with the word that proves it.
///
/// Derived anew for every word of a batch and for every word that answers or repeats one of the
/// batch: so deeds appear whichever of the two words comes first, and go when their word goes.
final class TrustEdges {
  private static final String NEIGHBOURS =
      """
      with batch as materialized (
        select s.* from jsonb_to_recordset(:rows::jsonb) as r(mention uuid)
        join spoken s on s.mention_id = r.mention and s.workspace_id = :workspace),
      pairs as (
        select c.workspace_id, c.place, c.person_id, c.mention_id, c.at, c.thanks, c.counted, c.own,
          c.%1$s as other from batch c where c.%1$s <> ''
        union
        select c.workspace_id, c.place, c.person_id, c.mention_id, c.at, c.thanks, c.counted, c.own,
          c.%1$s from batch p
        join spoken c on c.workspace_id = p.workspace_id and c.place = p.place
          and c.%1$s = p.native_id and c.%1$s <> '')
      insert into trust_edge (workspace_id, from_person, to_person, deed, mention_id, at)
      select c.workspace_id, c.person_id, p.person_id, '%2$s', c.mention_id, c.at
      from pairs c
      join spoken p on p.workspace_id = c.workspace_id and p.place = c.place
        and p.native_id = c.other
      where c.counted and not c.own and not p.own and p.person_id <> c.person_id and %3$s
      on conflict do nothing
      """;

  private final Scope scope;
  private final JdbcClient tx;

  TrustEdges(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  void derive(List<PlacedWord> words) {
    var known = words.stream().filter(PlacedWord::known).map(TrustEdges::row).toList();
    if (!known.isEmpty()) {
      tx.sql(
              """
              delete from trust_edge e
              using jsonb_to_recordset(:rows::jsonb) as r(mention uuid)
              where e.mention_id = r.mention and e.workspace_id = :workspace
              """)
          .param("rows", JsonRows.of(known))
          .param("workspace", scope.workspace().value())
          .update();
    }
    var rows = JsonRows.of(words.stream().map(TrustEdges::row).toList());
    insert(rows, "reply_to", "answers", "true");
    insert(rows, "reply_to", "thanks", "c.thanks");
    insert(rows, "repost_of", "repeats", "true");
  }

  private void insert(String rows, String tie, String deed, String condition) {
    tx.sql(NEIGHBOURS.formatted(tie, deed, condition))
        .param("rows", rows)
        .param("workspace", scope.workspace().value())
        .update();
  }

  private static Map<String, Object> row(PlacedWord placed) {
    return Map.of("mention", placed.word().mention());
  }
}
