package org.wordborne.server.mailroom;

import static org.wordborne.server.workspace.personal.DataMapRow.CONTRACT;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// To whom letters went, and about what.
@Component
final class LetterCustodian implements Custodian {
  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "to whom a letter went, and its subject; its text only while it waits, closed",
                "delivery.to_text",
                "delivery.subject",
                "delivery.body",
                "delivery.why",
                "delivery.key")
            .whose("whom we wrote to")
            .from("what they gave us")
            .serves("to send what they asked for, once", CONTRACT)
            .seenBy("manage")
            .kept("90 days")
            .leavesTo("the mail host")
            .erasedBy("deliveries"),
        notPersonal("kinds and states", "delivery.kind", "delivery.state"),
        notPersonal(
            "how mail leaves; the password is closed",
            "mail_setting.host",
            "mail_setting.tls",
            "mail_setting.username",
            "mail_setting.password",
            "mail_setting.from_address",
            "mail_setting.from_name"),
        notPersonal(
            "programs of ours that are told, and of what; secrets are closed",
            "hook_out.name",
            "hook_out.url",
            "hook_out.secret",
            "hook_out.old_secret",
            "hook_out.kinds",
            "hook_out.query",
            "hook_out.stopped_why"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                "select id, to_text, subject, made_at, sent_at, state from delivery where id = any(?)")
            .param(theirs(tx, subject)),
        "letter",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql("delete from delivery where id = any(?)").param(theirs(tx, subject)).update();
  }

  @Override
  public List<String> mails(Scope scope, JdbcClient tx) {
    return tx.sql(
            "select distinct to_text from delivery where kind = 'mail' and to_text like '%@%'")
        .query(String.class)
        .list();
  }

  /* Another way to write their mailbox is theirs too. */
  private static UUID[] theirs(JdbcClient tx, Subject subject) {
    Set<String> boxes =
        subject.mails().stream()
            .map(mail -> MailName.of(mail).box())
            .collect(Collectors.toUnmodifiableSet());
    if (boxes.isEmpty()) {
      return new UUID[0];
    }
    return tx
        .sql("select id, to_text from delivery where kind = 'mail'")
        .query((row, _) -> new Sent(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .filter(sent -> sent.to().contains("@") && boxes.contains(MailName.of(sent.to()).box()))
        .map(Sent::id)
        .toArray(UUID[]::new);
  }

  private record Sent(UUID id, String to) {}
}
