package org.wordborne.server.person;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads whom a person answers, repeats, thanks and recommends us to, and who does so to them.
final class TrustReader {
  private TrustReader() {}

  static List<TrustView> of(UUID person, JdbcClient tx) {
    var lines =
        tx.sql(
                """
                select e.other, p.name, e.deed, count(*)::int,
                  (array_agg(e.mention_id order by e.at desc))[1\\:10], max(e.at)
                from (
                  select to_person as other, deed, mention_id, at from trust_edge
                  where from_person = :person
                  union all
                  select from_person, case deed when 'answers' then 'answered-by'
                    when 'repeats' then 'repeated-by' when 'thanks' then 'thanked-by'
                    else 'recommended-by' end, mention_id, at
                  from trust_edge where to_person = :person) e
                join person p on p.id = e.other
                group by e.other, p.name, e.deed
                order by (e.deed like 'recommend%') desc, count(*) desc, max(e.at) desc limit 30
                """)
            .param("person", person)
            .query(
                (row, _) ->
                    new TrustView(
                        PersonRef.of(row.getObject(1, UUID.class), row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        List.of((UUID[]) row.getArray(5).getArray()),
                        List.of(),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
            .list();
    var answered = answered(lines.stream().flatMap(line -> line.mentions().stream()).toList(), tx);
    return lines.stream().map(line -> paired(line, answered)).toList();
  }

  private static TrustView paired(TrustView line, Map<UUID, @Nullable UUID> answered) {
    var pairs =
        line.mentions().stream().map(said -> new TrustView.Pair(said, answered.get(said))).toList();
    return new TrustView(
        line.person(), line.deed(), line.count(), line.mentions(), pairs, line.lastAt());
  }

  /// Of each word, the one that it answers or repeats.
  private static Map<UUID, @Nullable UUID> answered(Collection<UUID> said, JdbcClient tx) {
    var found = new HashMap<UUID, @Nullable UUID>();
    if (!said.isEmpty()) {
      tx.sql(
              """
              select s.mention_id, p.mention_id from spoken s
              join spoken p on p.workspace_id = s.workspace_id and p.place = s.place
                and p.native_id = case when s.reply_to <> '' then s.reply_to else s.repost_of end
              where s.mention_id in (:said)
              """)
          .param("said", said)
          .query(
              (row, _) -> {
                found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                return 0;
              })
          .list();
    }
    return found;
  }
}
