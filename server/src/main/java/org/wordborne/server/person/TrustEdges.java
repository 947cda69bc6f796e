package org.wordborne.server.person;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Who answers, repeats and thanks whom, and who recommends us to whom, each deed with the word
/// that proves it.
///
/// A word's own deeds are derived anew whenever it is read; a word that others were waiting for,
/// because they answer or repeat it and came first, also brings theirs. So deeds appear whichever
/// of the two words comes first, and go when their word goes. A recommendation rests on both: it
/// is a kind word about us that answers somebody who asks, and goes too when the question does.
final class TrustEdges {
  private static final int FIRST_DEED = 5;

  private final Scope scope;
  private final JdbcClient tx;

  TrustEdges(Scope scope, JdbcClient tx) {
    this.scope = scope;
    this.tx = tx;
  }

  /* A deed; its components are columns. */
  private record Edge(
      UUID workspace_id,
      UUID from_person,
      UUID to_person,
      String deed,
      UUID mention_id,
      String at) {}

  /* The one to whom a deed is done. */
  private record Other(@Nullable UUID person, boolean own, boolean asks) {
    static final Other NOBODY = new Other(null, false, false);
  }

  void derive(List<PlacedWord> words, Map<ThreadTies.Key, SpokenLines.Line> before) {
    forget(words);
    var others = new HashMap<ThreadTies.Key, Other>();
    before.forEach(
        (key, line) ->
            others.put(key, new Other(line.person(), line.own(), line.asks() && line.counted())));
    words.forEach(
        placed ->
            others.put(
                PeopleLedger.key(placed.word(), placed.word().nativeId()),
                new Other(placed.person(), placed.own(), asks(placed))));
    var edges = new ArrayList<Edge>();
    words.forEach(placed -> deeds(placed, others, edges));
    waitedFor(words, before, edges);
    insert(edges);
  }

  private void forget(List<PlacedWord> words) {
    var known =
        words.stream()
            .filter(PlacedWord::known)
            .map(placed -> Map.of("mention", placed.word().mention()))
            .toList();
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
  }

  private void deeds(PlacedWord placed, Map<ThreadTies.Key, Other> others, List<Edge> edges) {
    var word = placed.word();
    var person = placed.person();
    if (person == null || placed.own() || !word.counted()) {
      return;
    }
    var answered = other(word, word.inReplyTo(), others);
    add(edges, person, answered, "answers", word.mention(), word.at());
    if (word.thanks()) {
      add(edges, person, answered, "thanks", word.mention(), word.at());
    }
    if (answered.asks() && word.praises() && word.aboutUs()) {
      add(edges, person, answered, "recommends", word.mention(), word.at());
    }
    add(edges, person, other(word, word.repostOf(), others), "repeats", word.mention(), word.at());
  }

  private static boolean asks(PlacedWord placed) {
    return placed.word().asks() && placed.word().counted() && !placed.own();
  }

  private static Other other(SpokenWord word, String nativeId, Map<ThreadTies.Key, Other> others) {
    return nativeId.isEmpty()
        ? Other.NOBODY
        : others.getOrDefault(PeopleLedger.key(word, nativeId), Other.NOBODY);
  }

  /* Words that were named before they came: who answers or repeats them is there already. */
  private void waitedFor(
      List<PlacedWord> words, Map<ThreadTies.Key, SpokenLines.Line> before, List<Edge> edges) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var placed : words) {
      var word = placed.word();
      var line = before.get(PeopleLedger.key(word, word.nativeId()));
      if (line == null || placed.person() == null || placed.own()) {
        continue;
      }
      boolean fresh = line.mention() == null;
      boolean asked = line.asks() && line.counted();
      if (fresh || asked != asks(placed)) {
        rows.add(
            Map.of(
                "place",
                word.place(),
                "id",
                word.nativeId(),
                "person",
                placed.person(),
                "fresh",
                fresh,
                "asks",
                asks(placed)));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    unask(rows);
    tx.sql(
            """
            with r as materialized (
              select * from jsonb_to_recordset(:rows::jsonb) as r(
                place text, id text, person uuid, fresh boolean, asks boolean))
            select c.person_id, r.person, c.mention_id, c.at, c.thanks and r.fresh, r.fresh,
              false, r.asks and c.praises and c.about_us from r
            join spoken c on c.workspace_id = :workspace and c.place = r.place
              and c.reply_to = r.id and c.reply_to <> ''
            where c.counted and not c.own and c.person_id is not null
            union all
            select c.person_id, r.person, c.mention_id, c.at, false, false, true, false from r
            join spoken c on c.workspace_id = :workspace and c.place = r.place
              and c.repost_of = r.id and c.repost_of <> ''
            where r.fresh and c.counted and not c.own and c.person_id is not null
            """)
        .param("rows", JsonRows.of(rows))
        .param("workspace", scope.workspace().value())
        .query(
            (row, _) -> {
              var from = row.getObject(1, UUID.class);
              var to = new Other(row.getObject(2, UUID.class), false, false);
              var mention = row.getObject(3, UUID.class);
              var at = row.getObject(4, OffsetDateTime.class).toInstant();
              var deeds = List.of("thanks", "answers", "repeats", "recommends");
              for (int i = 0; i < deeds.size(); i++) {
                if (row.getBoolean(FIRST_DEED + i)) {
                  add(edges, from, to, deeds.get(i), mention, at);
                }
              }
              return mention;
            })
        .list();
  }

  /* A question that turned out to be none, or was taken back: nobody recommended anything. */
  private void unask(List<Map<String, Object>> rows) {
    var silent = rows.stream().filter(row -> !Boolean.TRUE.equals(row.get("asks"))).toList();
    if (!silent.isEmpty()) {
      tx.sql(
              """
              delete from trust_edge e
              using jsonb_to_recordset(:rows::jsonb) as r(place text, id text)
              join spoken c on c.workspace_id = :workspace and c.place = r.place
                and c.reply_to = r.id and c.reply_to <> ''
              where e.workspace_id = :workspace and e.mention_id = c.mention_id
                and e.deed = 'recommends'
              """)
          .param("rows", JsonRows.of(silent))
          .param("workspace", scope.workspace().value())
          .update();
    }
  }

  private void add(List<Edge> edges, UUID from, Other to, String deed, UUID mention, Instant at) {
    if (to.person() != null && !to.own() && !to.person().equals(from)) {
      edges.add(
          new Edge(scope.workspace().value(), from, to.person(), deed, mention, at.toString()));
    }
  }

  private void insert(List<Edge> edges) {
    if (!edges.isEmpty()) {
      tx.sql(
              """
              insert into trust_edge (workspace_id, from_person, to_person, deed, mention_id, at)
              select workspace_id, from_person, to_person, deed, mention_id, at
              from jsonb_to_recordset(:rows::jsonb) as r(workspace_id uuid, from_person uuid,
                to_person uuid, deed text, mention_id uuid, at timestamptz)
              on conflict do nothing
              """)
          .param("rows", JsonRows.of(edges))
          .update();
    }
  }
}
