package org.wordborne.server.campaign.rights;

import static org.wordborne.server.workspace.personal.DataMapRow.CONSENT;
import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// Leave to use people's words: with who gave it goes the leave, and their words leave galleries.
@Component
final class RightsCustodian implements Custodian {
  @Override
  public String name() {
    return "rights";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "who let us use which words, and how they want to be named",
                "rights_ask.credit",
                "rights_ask.uses",
                "rights_ask.granted",
                "rights_ask.state",
                "rights_ask.withdrawn_by")
            .from("themselves")
            .serves("to use words only with leave, and to show it", CONSENT)
            .seenBy("campaign")
            .kept("until they are forgotten; that there was leave stays, without a name")
            .leavesTo("galleries on public pages")
            .erasedBy("rights"),
        of("names of our people who asked", "rights_ask.asked_name")
            .whose("our people")
            .from("their account")
            .serves("to show who asked", INTEREST)
            .seenBy("campaign")
            .kept("with the leave")
            .erasedBy("accounts"),
        notPersonal("hashes of terms", "rights_ask.terms_hash"),
        notPersonal("titles of our galleries", "gallery.title", "gallery.intro"));
  }

  /* Of an ask that was erased only that there was one stands. */
  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                """
                select id, mention_id, uses, until, asked_at, state, granted, credit, answered_at,
                  withdrawn_at
                from rights_ask
                where mention_id = any(?) and withdrawn_by is distinct from 'erasure'
                order by asked_at""")
            .param(subject.theirIds()),
        "leave",
        out);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return tx.sql("select id from rights_ask where mention_id = any(?)")
        .param(subject.theirIds())
        .query(UUID.class)
        .list();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    UUID[] asks =
        tx.sql("select id from rights_ask where mention_id = any(?)")
            .param(subject.theirIds())
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    tx.sql(
            """
            update rights_ask set credit = '', granted = '{}', withdrawn_by = 'erasure',
              state = case when state in ('asked', 'granted') then 'withdrawn' else state end,
              withdrawn_at = coalesce(withdrawn_at, now())
            where id = any(?)""")
        .param(asks)
        .update();
    tx.sql(
            """
            update gallery set rights = array(
              select one from unnest(rights) with ordinality as r(one, turn)
              where not (one = any(:asks)) order by turn)
            where rights && :asks""")
        .param("asks", asks)
        .update();
  }
}
