package org.wordborne.server.campaign.contest;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The chances of those who told others: one, and one more for each entry they brought that is
/// valid, up to what the rules say. Counted from the entries each time, never added up, so that who
/// leaves takes the chance along.
@Component
final class Chances {
  private final Log log;

  Chances(Log log) {
    this.log = log;
  }

  /// Counts anew the chances of who brought an entry that came, left or came back, if anybody did;
  /// once the list is sealed nothing changes.
  void recount(Scope scope, JdbcClient tx, Contest contest, Entered brought, SignedIn by) {
    UUID referrer = brought.referrer();
    if (referrer == null || contest.sealedAt() != null) {
      return;
    }
    var friend = EntryBook.get(tx, referrer);
    int weight = 1 + Math.min(EntryBook.brought(tx, referrer), contest.referralChances());
    if (weight == friend.weight()) {
      return;
    }
    EntryBook.weigh(tx, referrer, weight);
    log.write(
        scope,
        tx,
        contest.id(),
        referrer,
        "weighed",
        by,
        "code",
        friend.code(),
        "weight",
        Integer.toString(weight),
        "for",
        brought.code());
  }
}
