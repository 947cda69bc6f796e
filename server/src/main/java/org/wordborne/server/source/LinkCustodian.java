package org.wordborne.server.source;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// Pages that people linked, and what was read there. Sources themselves are our people's choice.
@Component
final class LinkCustodian implements Custodian {
  @Override
  public String name() {
    return "links";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "pages that people linked",
                "link_said.url",
                "link_seen.url",
                "link_seen.host",
                "link_seen.why",
                "link_seen.state")
            .serves("to find where else the brand is spoken of", INTEREST)
            .seenBy("listen")
            .kept("60 days, or with the word if it goes first")
            .erasedBy("links"),
        of(
                "what stood on a linked page",
                "proposal_evidence.text",
                "proposal_evidence.url",
                "proposal_evidence.kind",
                "source_proposal.url",
                "source_proposal.host",
                "source_proposal.title",
                "source_proposal.candidates",
                "source_proposal.state")
            .serves("to propose places to listen to", INTEREST)
            .seenBy("listen")
            .kept("until it is decided, or nobody who linked it is left")
            .erasedBy("links"),
        notPersonal(
            "what our people chose to listen to; its place in a stream, its faults; secrets are closed",
            "source.kind",
            "source.name",
            "source.origin",
            "source.settings",
            "source.secrets",
            "source.cursor",
            "source.state",
            "source.error_what",
            "source.error_turn"),
        notPersonal("sentences about a source, kept for 7 days", "source_happened.text"),
        notPersonal("numbers of deliveries, for a day", "hook_delivery.message_id"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql("select mention_id, url, at from link_said where mention_id = any(?) order by at")
            .param(subject.theirIds()),
        "link",
        out);
  }

  /* After their words are taken back the follower has let go who linked what. */
  @Override
  public void prepare(Scope scope, JdbcClient tx, Subject subject) {
    unlink(tx, subject.wordIds());
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    unlink(tx, subject.wordIds());
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    unlink(tx, words.ids());
  }

  private static void unlink(JdbcClient tx, java.util.UUID[] words) {
    String[] urls =
        tx.sql("delete from link_said where mention_id = any(?) returning url")
            .param(words)
            .query(String.class)
            .list()
            .toArray(String[]::new);
    if (urls.length == 0) {
      return;
    }
    tx.sql(
            """
            delete from proposal_evidence e where e.url = any(?)
              and not exists (select 1 from link_said s where s.workspace_id = e.workspace_id
                and s.url = e.url)""")
        .param(urls)
        .update();
    tx.sql(
            """
            delete from link_seen l where l.url = any(?)
              and not exists (select 1 from link_said s where s.workspace_id = l.workspace_id
                and s.url = l.url)""")
        .param(urls)
        .update();
    tx.sql(
            """
            delete from source_proposal p where p.state in ('open', 'declined')
              and not exists (select 1 from proposal_evidence e
                where e.workspace_id = p.workspace_id and e.proposal_id = p.id)""")
        .update();
  }
}
