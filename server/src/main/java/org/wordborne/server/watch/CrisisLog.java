package org.wordborne.server.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The journal of a room: who did what when, by ids and hashes.
@Component
class CrisisLog {
  private final Journals journals;

  CrisisLog(Journals journals) {
    this.journals = journals;
  }

  void write(JdbcClient tx, SignedIn by, UUID room, String deed, Map<String, String> facts) {
    journals.write(by.scope(), tx, book(room), room, deed, new TreeMap<>(facts), by);
  }

  List<Journals.Line> read(Scope scope, UUID room) {
    return journals.read(scope, book(room), null);
  }

  boolean isIntact(Scope scope, UUID room) {
    return journals.firstBroken(scope, book(room)).isEmpty();
  }

  private static String book(UUID room) {
    return "crisis/" + room;
  }
}
