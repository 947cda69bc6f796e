package org.wordborne.server.campaign.referral;

import static org.wordborne.server.workspace.personal.DataMapRow.CONTRACT;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// Who tells friends, and what they are owed. Forgetting is their own ([ReferralDesk#forget]).
@Component
final class AdvocateCustodian implements Custodian {
  private final ReferralDesk desk;
  private final SecretBox box;

  AdvocateCustodian(ReferralDesk desk, SecretBox box) {
    this.desk = desk;
    this.box = box;
  }

  @Override
  public String name() {
    return "referral";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "who joined, closed",
                "advocate.mail",
                "advocate.mail_hash",
                "advocate.name",
                "advocate.how")
            .whose("who tells friends")
            .from("themselves")
            .serves("to promise and pay what a friend is worth", CONTRACT)
            .seenBy("campaign")
            .kept("until they are forgotten")
            .leavesTo("the mail host, for letters to themselves")
            .erasedBy("referral"),
        of("a mark of an address that is forgotten", "advocate.forgotten_mark")
            .whose("who told friends")
            .from("themselves")
            .serves("not to pay twice for the same person", CONTRACT)
            .seenBy("nobody")
            .kept("as long as the programme")
            .erasedBy(""),
        notPersonal("random codes", "advocate.code"),
        notPersonal("what is promised, in which state", "programme.currency", "reward.state"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    for (Joined one : theirs(tx, subject)) {
      var fields = new LinkedHashMap<String, @Nullable Object>();
      fields.put("programme", one.programme().toString());
      fields.put("mail", box.open(one.id(), one.mail()));
      if (one.name() != null) {
        fields.put("name", box.open(one.id(), one.name()));
      }
      out.line("advocate", fields);
      ExportRows.hand(
          tx.sql("select amount_minor, state, at from reward where advocate = ? order by at")
              .param(one.id()),
          "reward",
          out);
    }
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return theirs(tx, subject).stream().map(Joined::id).toList();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    theirs(tx, subject).forEach(one -> desk.forget(scope, one.id()));
  }

  @Override
  public List<String> mails(Scope scope, JdbcClient tx) {
    return tx.sql("select id, mail from advocate where mail is not null")
        .query((row, _) -> box.open(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  private record Joined(UUID id, UUID programme, byte[] mail, byte @Nullable [] name) {}

  /* By what is sealed, not by the mark of it: earlier marks were made of the address as written. */
  private List<Joined> theirs(JdbcClient tx, Subject subject) {
    Set<String> boxes =
        subject.mails().stream().map(mail -> MailName.of(mail).box()).collect(Collectors.toSet());
    return boxes.isEmpty()
        ? List.of()
        : joined(tx).stream()
            .filter(one -> boxes.contains(MailName.of(box.open(one.id(), one.mail())).box()))
            .toList();
  }

  private static List<Joined> joined(JdbcClient tx) {
    return tx.sql("select id, programme, mail, name from advocate where mail is not null")
        .query(
            (row, _) ->
                new Joined(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBytes(3),
                    row.getBytes(4)))
        .list();
  }
}
