package org.wordborne.server.campaign.contest;

import static org.wordborne.server.workspace.personal.DataMapRow.CONTRACT;
import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.contest.ReceiptDesk.Opened;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// Entries: who enters, what they said, what looked odd, what they won and objected to.
///
/// Forgetting is the entrant's own ([ReceiptDesk#forget]): a sealed line stays, and says nothing
/// without the salt that goes.
@Component
final class EntryCustodian implements Custodian {
  private static final String KEPT = "until they are forgotten, or the campaign is removed";

  private final ReceiptDesk receipts;
  private final SecretBox box;

  EntryCustodian(ReceiptDesk receipts, SecretBox box) {
    this.receipts = receipts;
    this.box = box;
  }

  @Override
  public String name() {
    return "contests";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "who entered, closed",
                "entry.mail",
                "entry.mail_hash",
                "entry.name",
                "entry.claim",
                "entry.region",
                "entry.language")
            .whose("entrants")
            .from("themselves, or the post they entered with")
            .serves("to draw, to tell winners, to send prizes", CONTRACT)
            .seenBy("campaign")
            .kept(KEPT)
            .leavesTo("the mail host, for letters to themselves")
            .erasedBy("contests"),
        of("what they entered with", "entry.words", "entry.way", "entry.status")
            .whose("entrants")
            .from("themselves, or the post they entered with")
            .serves("to draw among those who answered", CONTRACT)
            .seenBy("campaign")
            .kept(KEPT)
            .erasedBy("contests"),
        of(
                "from which network address, as a hash of one contest",
                "entry.address_hash",
                "contest.address_key")
            .whose("entrants")
            .from("their visit")
            .serves("to see many entries by one", INTEREST)
            .seenBy("campaign")
            .kept("30 days")
            .erasedBy("contests"),
        of(
                "what looked odd about an entry",
                "entry_flag.reasons",
                "entry_flag.decided",
                "entry_flag.code")
            .whose("entrants")
            .from("how they entered")
            .serves("to let a person decide about it", INTEREST)
            .seenBy("campaign")
            .kept(KEPT)
            .erasedBy("contests"),
        of(
                "what they objected to, and the answer",
                "appeal.words",
                "appeal.answer",
                "appeal.against",
                "appeal.outcome")
            .whose("entrants")
            .from("themselves")
            .serves("to look at it again", CONTRACT)
            .seenBy("campaign")
            .kept(KEPT)
            .erasedBy("contests"),
        of(
                "names of our people who decided",
                "entry_flag.decided_name",
                "ruling.by_name",
                "appeal.decided_name",
                "appeal.answered_name")
            .whose("our people")
            .from("their account")
            .serves("to show who decided what", INTEREST)
            .seenBy("campaign")
            .kept("with the entry")
            .erasedBy("accounts"),
        notPersonal(
            "random codes, digests, salts and keys of entries; marks of words that were forgotten",
            "entry.code",
            "entry.digest",
            "entry.salt",
            "entry.key",
            "entry.mention_mark"),
        notPersonal(
            "what a contest is",
            "contest.tag",
            "contest.question",
            "contest.zone",
            "contest.regions"),
        notPersonal(
            "prizes and where they are",
            "prize.slug",
            "prize.name",
            "prize.currency",
            "prize_unit.state",
            "alternate.entry_id"),
        notPersonal("the ground of a decision, as a code", "ruling.code"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    for (UUID id : theirs(tx, subject)) {
      Entered entry = EntryBook.get(tx, id);
      var fields = new LinkedHashMap<String, @Nullable Object>();
      fields.put("contest", entry.contest().toString());
      fields.put("code", entry.code());
      fields.put("way", entry.way());
      fields.put("status", entry.status());
      fields.put("words", entry.words());
      fields.put("region", entry.region());
      fields.put("language", entry.language());
      fields.put("received_at", entry.receivedAt().toString());
      for (String closed : List.of("mail", "name", "claim")) {
        byte[] sealed = EntryBook.secret(tx, id, closed);
        if (sealed != null) {
          fields.put(closed, box.open(id, sealed));
        }
      }
      out.line("entry", fields);
      ExportRows.hand(
          tx.sql("select reasons, decided, code, decided_at from entry_flag where entry_id = ?")
              .param(id),
          "flag",
          out);
      ExportRows.hand(
          tx.sql("select words, at, outcome, answer, answered_at from appeal where entry_id = ?")
              .param(id),
          "appeal",
          out);
    }
  }

  @Override
  public void prepare(Scope scope, JdbcClient tx, Subject subject) {
    erase(scope, tx, subject);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return theirs(tx, subject);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    for (UUID id : theirs(tx, subject)) {
      receipts.forget(new Opened(scope, EntryBook.get(tx, id)));
      tx.sql("update entry_flag set reasons = '[]' where entry_id = ?").param(id).update();
    }
  }

  @Override
  public List<String> mails(Scope scope, JdbcClient tx) {
    return tx.sql("select id, mail from entry where mail is not null")
        .query((row, _) -> box.open(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  /* Those of which anything is still known. */
  private static Set<UUID> theirs(JdbcClient tx, Subject subject) {
    var found =
        new LinkedHashSet<>(
            tx.sql(
                    """
                    select id from entry where (handle = any(:handles) or mention_id = any(:words))
                    order by number""")
                .param("handles", subject.handleIds())
                .param("words", subject.theirIds())
                .query(UUID.class)
                .list());
    if (!subject.mails().isEmpty()) {
      for (Contest contest : ContestBook.all(tx)) {
        for (String hash : hashes(contest, subject)) {
          EntryBook.ofMail(tx, contest.id(), hash).forEach(entry -> found.add(entry.id()));
        }
      }
    }
    return found;
  }

  private static Set<String> hashes(Contest contest, Subject subject) {
    var hashes = new LinkedHashSet<String>();
    for (String mail : subject.mails()) {
      var name = MailName.of(mail);
      hashes.add(Secrets.hash(contest.addressKey(), name.exact()));
      hashes.add(Secrets.hash(contest.addressKey(), name.box()));
    }
    return hashes;
  }
}
