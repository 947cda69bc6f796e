package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;

/// Mails to entrants: the receipt, and the news that they were drawn. They link to our own pages
/// alone, ask for no money, and hold nothing to open.
@Component
final class ReceiptMail {
  private final Mailroom mailroom;
  private final PublicAddress address;
  private final SecretBox box;

  ReceiptMail(Mailroom mailroom, PublicAddress address, SecretBox box) {
    this.mailroom = mailroom;
    this.address = address;
    this.box = box;
  }

  void receipt(
      Scope scope,
      CampaignGround campaign,
      Contest contest,
      EntryDesk.Receipt receipt,
      EntryForm form) {
    if (!mailroom.ready(scope)) {
      return;
    }
    var say = ContestWords.of(form.language());
    Locale language = Locale.forLanguageTag(form.language());
    String text =
        say.text(
            "mail.receipt",
            receipt.number(),
            campaign.name(),
            receipt.code(),
            address.absolute(receipt.path()),
            ContestTime.text(contest.closesAt(), contest.zone(), language));
    mailroom.send(
        scope,
        new Letter(
            "entry-" + receipt.code(),
            form.mail().strip(),
            say.text("mail.receipt.subject", campaign.name()),
            text),
        contest.id());
  }

  /// Writes to somebody who was drawn.
  ///
  /// @return whether a mail goes out; false where the entrant gave no address, or no mail is set up
  boolean won(
      Scope scope, JdbcClient tx, Contest contest, Entered entry, String prize, Instant until) {
    byte[] sealed = EntryBook.secret(tx, entry.id(), "mail");
    if (sealed == null || !mailroom.ready(scope)) {
      return false;
    }
    var say = ContestWords.of(entry.language());
    String name = CampaignGround.get(tx, contest.id()).name();
    String text =
        say.text(
            "mail.won",
            entry.number(),
            name,
            prize,
            path(tx, entry),
            ContestTime.text(until, contest.zone(), Locale.forLanguageTag(entry.language())));
    mailroom.send(
        scope,
        new Letter(
            "won-" + entry.code() + "-" + until.getEpochSecond(),
            box.open(entry.id(), sealed),
            say.text("mail.won.subject", name),
            text),
        contest.id());
    return true;
  }

  /// The whole address of an entrant's own page; empty when they are forgotten.
  String path(JdbcClient tx, Entered entry) {
    byte[] key = EntryBook.secret(tx, entry.id(), "key");
    return key == null
        ? ""
        : address.absolute("/p/e/" + entry.code() + "?k=" + box.open(entry.id(), key));
  }
}
