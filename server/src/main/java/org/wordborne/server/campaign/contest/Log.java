package org.wordborne.server.campaign.contest;

import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The log of a contest: each step of each entry and each piece of a prize, in a book that is only
/// written at its end. Codes and hashes stand in it, never a name or a word of an entrant.
@Component
final class Log {
  private final Journals journals;

  Log(Journals journals) {
    this.journals = journals;
  }

  /// Writes a step down in the transaction that takes it.
  ///
  /// @param facts names and values in turn
  void write(
      Scope scope,
      JdbcClient tx,
      UUID contest,
      UUID about,
      String deed,
      SignedIn by,
      String... facts) {
    var sorted = new TreeMap<String, String>();
    for (int i = 0; i < facts.length; i += 2) {
      sorted.put(facts[i], facts[i + 1]);
    }
    journals.write(scope, tx, "adjudication/" + contest, about, deed, sorted, by);
  }

  /// Somebody who is nobody's member: an entrant on their own page.
  static SignedIn entrant(Scope scope) {
    return new SignedIn(null, scope.workspace(), "entrant", "public");
  }

  /// The program itself, at a time that had come.
  static SignedIn clock(Scope scope) {
    return new SignedIn(null, scope.workspace(), "clock", "program");
  }
}
