package org.wordborne.server.campaign.publish;

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

/// Posts of ours that quote people: a quotation goes with who is quoted, and a post with it that
/// has not left is called off.
@Component
final class QuotationCustodian implements Custodian {
  @Override
  public String name() {
    return "publishing";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "posts of ours, which may quote people",
                "publication.title",
                "publication_variant.text",
                "publication_variant.note")
            .from("our people, and posts they quote with leave")
            .serves("to publish what is approved, once", INTEREST)
            .seenBy("campaign")
            .kept("until who is quoted is forgotten")
            .leavesTo("the networks they are sent to")
            .erasedBy("publishing"),
        of(
                "names of our people and clients at what they did",
                "publication.made_name",
                "publication_variant.approved_name")
            .whose("our people and clients")
            .from("their account or link")
            .serves("to show who approved what", INTEREST)
            .seenBy("campaign")
            .kept("with the post")
            .erasedBy("accounts"),
        notPersonal(
            "where and how a post of ours stands",
            "publication.zone",
            "publication_variant.source_name",
            "publication_variant.state",
            "publication_variant.approved_hash",
            "publication_variant.native_id",
            "publication_variant.url",
            "publication_variant.why"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                """
                select p.id, p.title, p.at, v.source_name, v.state, v.text, v.url
                from publication p join publication_variant v on v.publication_id = p.id
                where p.quotes && ? order by p.at""")
            .param(subject.theirIds()),
        "quotation",
        out);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return tx.sql(
            """
            select id from publication where quotes && :words
            union select v.id from publication_variant v
              join publication p on p.id = v.publication_id where p.quotes && :words""")
        .param("words", subject.theirIds())
        .query(UUID.class)
        .list();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    UUID[] quoting =
        tx.sql("select id from publication where quotes && ?")
            .param(subject.theirIds())
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    tx.sql(
            """
            update publication_variant set text = '', note = null,
              state = case when state in ('draft', 'waiting', 'changes', 'approved', 'missed')
                then 'cancelled' else state end
            where publication_id = any(?)""")
        .param(quoting)
        .update();
    tx.sql(
            """
            update publication set title = '', quotes = array(
              select q from unnest(quotes) q where not (q = any(:words)))
            where id = any(:ids)""")
        .param("words", subject.theirIds())
        .param("ids", quoting)
        .update();
  }
}
