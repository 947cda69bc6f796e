package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// Whoever sends by the clock: told as a bean, so that a room can show what it holds back.
public interface PausedWork {
  /// What would go out by the clock were no room open, the earliest first.
  List<PausedItem> held(Scope scope);

  /// Something that waits.
  ///
  /// @param text how it begins, in at most 200 characters
  /// @param where the places it goes to, in words
  /// @param at when it was to go out
  /// @param href the page on which a person lets it go
  record PausedItem(UUID id, String text, String where, Instant at, String href) {}
}
