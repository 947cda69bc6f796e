package org.wordborne.server.person;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads whom a person answers, repeats and thanks, and who does so to them.
final class TrustReader {
  private TrustReader() {}

  static List<TrustView> of(UUID person, JdbcClient tx) {
    return tx.sql(
            """
            select e.other, p.name, e.deed, count(*)::int,
              (array_agg(e.mention_id order by e.at desc))[1\\:10], max(e.at)
            from (
              select to_person as other, deed, mention_id, at from trust_edge
              where from_person = :person
              union all
              select from_person, case deed when 'answers' then 'answered-by'
                when 'repeats' then 'repeated-by' else 'thanked-by' end, mention_id, at
              from trust_edge where to_person = :person) e
            join person p on p.id = e.other
            group by e.other, p.name, e.deed
            order by count(*) desc, max(e.at) desc limit 30
            """)
        .param("person", person)
        .query(
            (row, _) ->
                new TrustView(
                    PersonRef.of(row.getObject(1, UUID.class), row.getString(2)),
                    row.getString(3),
                    row.getInt(4),
                    List.of((UUID[]) row.getArray(5).getArray()),
                    row.getObject(6, OffsetDateTime.class).toInstant()))
        .list();
  }
}
