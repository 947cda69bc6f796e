package org.wordborne.server.workspace.act;

import static org.wordborne.server.workspace.personal.DataMapRow.DUTY;
import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.NamesTaken;
import org.wordborne.server.workspace.personal.Subject;

/// What people did, with what it changed. The line of an act stays; what the change said goes with
/// who is forgotten, and its digest shows that nothing else was taken out.
@Component
final class AuditCustodian implements Custodian {
  private final ActBook book;

  AuditCustodian(ActBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "who of our people did what",
                "act_line.by_name",
                "act_line.role",
                "act_line.way",
                "act_line.deed",
                "act_line.outcome",
                "act_line.digest",
                "act_line.facts",
                "act_line.prev",
                "act_line.hash",
                "act_line.seal")
            .whose("our people")
            .from("their account")
            .serves("to show who did what", DUTY)
            .seenBy("audit")
            .kept("as long as the workspace: each line holds the next")
            .erasedBy("audit"),
        of(
                "what it changed, before and after",
                "act_change.label",
                "act_change.before",
                "act_change.after",
                "act_change.row_id")
            .whose("our people, and whom they wrote of")
            .from("what our people typed")
            .serves("to show who did what", DUTY)
            .seenBy("audit")
            .kept("as long as the workspace, or until who it tells of is forgotten")
            .erasedBy("audit"),
        notPersonal(
            "tables, kinds, digests and salts",
            "act_change.thing",
            "act_change.op",
            "act_change.hidden",
            "act_change.salt",
            "act_change.digest"),
        notPersonal("ends of the book", "act_head.hash", "act_head.seal"),
        of(
                "who sent a write that may be repeated, and its answer, closed",
                "act_key.who",
                "act_key.key",
                "act_key.fingerprint",
                "act_key.path",
                "act_key.content_type",
                "act_key.location",
                "act_key.answer")
            .whose("our people, and whom the answer tells of")
            .from("what our people sent")
            .serves("to do nothing twice", INTEREST)
            .seenBy("nobody")
            .kept("24 hours; the answer until somebody is forgotten")
            .erasedBy("audit"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                """
                select thing, row_id, op, label, before, after from act_change
                where row_id = any(?)
                  and (erased_by is null or before is not null or after is not null
                    or label <> '')""")
            .param(rows(subject).stream().map(UUID::toString).toArray(String[]::new)),
        "change",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    book.forget(scope, tx, new ActBook.Matcher(rows(subject), NamesTaken.of(subject)));
    // Answers are kept for a day, closed; without them a repeat is told that it was done.
    tx.sql(
            """
            update act_key set answer = null, status = null, content_type = null, location = null
            where answer is not null""")
        .update();
  }

  private static Set<UUID> rows(Subject subject) {
    var rows = new HashSet<>(subject.rows());
    rows.addAll(subject.persons());
    rows.addAll(List.of(subject.handleIds()));
    rows.addAll(List.of(subject.wordIds()));
    return rows;
  }
}
