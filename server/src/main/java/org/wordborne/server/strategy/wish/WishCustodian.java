package org.wordborne.server.strategy.wish;

import static org.wordborne.server.workspace.personal.DataMapRow.CONTRACT;
import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// Wishes and who posted them, sellers who were invited to offer. Sealed bids hold an amount and a
/// number, never who it was.
@Component
final class WishCustodian implements Custodian {
  private final SecretBox box;
  private final ClientLinks links;

  WishCustodian(SecretBox box, ClientLinks links) {
    this.box = box;
    this.links = links;
  }

  @Override
  public String name() {
    return "wishes";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "what somebody wishes for, and their closed address",
                "wish.text",
                "wish.place",
                "wish.contact",
                "wish.contact_mark",
                "wish.ceiling",
                "wish.form",
                "wish.language",
                "wish.currency",
                "wish.state")
            .whose("who wishes for something")
            .from("themselves")
            .serves("to hear what is wished for, and answer it", CONTRACT)
            .seenBy("see")
            .kept("until they are forgotten")
            .leavesTo("the public board, without the address")
            .erasedBy("wishes"),
        of("from which network address, as a keyed digest", "wish.posted_from", "wish_vote.voter")
            .whose("who wishes or votes")
            .from("their visit")
            .serves("to count one connection once", INTEREST)
            .seenBy("nobody")
            .kept("with the wish")
            .erasedBy("wishes"),
        of("who was invited to offer", "call_invitation.name", "call_invitation.mail")
            .whose("sellers")
            .from("our people")
            .serves("to let them offer", CONTRACT)
            .seenBy("campaign")
            .kept("until they are forgotten")
            .leavesTo("the mail host, for letters to themselves")
            .erasedBy("wishes"),
        of(
                "what a purchase is about, and what it may cost, closed",
                "call.terms",
                "call.ceiling",
                "call.currency")
            .whose("who wishes for something")
            .from("themselves")
            .serves("to take offers", CONTRACT)
            .seenBy("campaign")
            .kept("until they are forgotten")
            .leavesTo("invited sellers; the public page of the call")
            .erasedBy("wishes"),
        of("what our people answered", "wish.answer", "wish.answered_by")
            .whose("our people")
            .from("their account")
            .serves("to answer a wish", INTEREST)
            .seenBy("see")
            .kept("with the wish")
            .leavesTo("the public board")
            .erasedBy("wishes"),
        notPersonal(
            "sealed offers by number, and the log of a call by numbers",
            "bid.commitment",
            "bid.sealed",
            "bid.form",
            "call_event.deed",
            "call_event.facts",
            "call_event.prev",
            "call_event.hash"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    for (UUID id : wishes(scope, tx, subject)) {
      var fields = new LinkedHashMap<String, @Nullable Object>();
      Wish wish = WishBook.find(tx, id).orElseThrow();
      fields.put("id", id.toString());
      fields.put("number", wish.number());
      fields.put("text", wish.text());
      byte[] contact = WishBook.contact(tx, id);
      if (contact != null) {
        fields.put("mail", box.open(id, contact));
      }
      out.line("wish", fields);
      ExportRows.hand(
          tx.sql("select id, terms, opened_at, ends_at, closed_at from call where wish_id = ?")
              .param(id),
          "call",
          out);
    }
    ExportRows.hand(
        tx.sql("select id, wish_id, number, name, mail, at from call_invitation where id = any(?)")
            .param(invitations(tx, subject)),
        "invitation",
        out);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    var rows = new java.util.ArrayList<>(wishes(scope, tx, subject));
    rows.addAll(List.of(invitations(tx, subject)));
    return rows;
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    for (UUID id : wishes(scope, tx, subject)) {
      links.revokeAll(scope, "call", id);
      tx.sql(
              "delete from wish_vote v using wish w where w.id = ? and v.wish_id = w.id and v.voter = w.posted_from")
          .param(id)
          .update();
      tx.sql(
              """
              update call set terms = '', ceiling = '', closed_at = coalesce(closed_at, now())
              where wish_id = ?""")
          .param(id)
          .update();
      tx.sql(
              """
              update wish set text = '', place = '', answer = '', contact = null,
                contact_mark = null, ceiling = null, posted_from = '', form = null, hidden = true
              where id = ?""")
          .param(id)
          .update();
    }
    tx.sql(
            """
            update call_invitation set name = '', mail = 'forgotten:' || id where id = any(?)""")
        .param(invitations(tx, subject))
        .update();
  }

  @Override
  public List<String> mails(Scope scope, JdbcClient tx) {
    var mails = new java.util.ArrayList<String>();
    mails.addAll(
        tx.sql("select id, contact from wish where contact is not null")
            .query((row, _) -> box.open(row.getObject(1, UUID.class), row.getBytes(2)))
            .list());
    mails.addAll(
        tx.sql("select mail from call_invitation where mail like '%@%'")
            .query(String.class)
            .list());
    return mails;
  }

  /* By what is sealed, not by the mark of it: earlier marks knew fewer ways to write a mailbox. */
  private List<UUID> wishes(Scope scope, JdbcClient tx, Subject subject) {
    Set<String> boxes = boxes(subject).collect(Collectors.toSet());
    if (boxes.isEmpty()) {
      return List.of();
    }
    return tx
        .sql("select id, contact from wish where contact is not null order by number")
        .query((row, _) -> new Contact(row.getObject(1, UUID.class), row.getBytes(2)))
        .list()
        .stream()
        .filter(one -> boxes.contains(MailName.of(box.open(one.wish(), one.sealed())).box()))
        .map(Contact::wish)
        .toList();
  }

  private record Contact(UUID wish, byte[] sealed) {}

  private static UUID[] invitations(JdbcClient tx, Subject subject) {
    return tx.sql("select id from call_invitation where lower(mail) = any(?)")
        .param(
            Stream.concat(
                    boxes(subject), subject.mails().stream().map(mail -> MailName.of(mail).exact()))
                .distinct()
                .toArray(String[]::new))
        .query(UUID.class)
        .list()
        .toArray(UUID[]::new);
  }

  private static Stream<String> boxes(Subject subject) {
    return subject.mails().stream().map(mail -> MailName.of(mail).box());
  }
}
