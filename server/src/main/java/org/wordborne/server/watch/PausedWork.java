package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Whoever sends by the clock: told as a bean, so that a room can show what it
/// holds back and keep it back when it closes.
public interface PausedWork {
  /// What would go out by the clock were no room open, the earliest first.
  List<PausedItem> held(Scope scope);

  /// The last room closes: what was due while one was open is not sent by the clock any more, but
  /// waits for a person.
  ///
  /// @param tx the transaction that closes the room
  void pass(Scope scope, JdbcClient tx, Instant now);

  /// Something that waits.
  ///
  /// @param text how it begins, in at most 200 characters
  /// @param where the places it goes to, in words
  /// @param at when it was to go out
  /// @param href the page on which a person lets it go
  record PausedItem(UUID id, String text, String where, Instant at, String href) {}
}
