package org.wordborne.server.watch;

import java.util.List;

/// Who is told, and how long after the alarm.
///
/// @param afterSeconds from the alarm on
/// @param to mail addresses, `hook:NAME`, `member:ID`, `hooks` (all) or `members` (all)
public record WatchStep(long afterSeconds, List<String> to) {
  /// Copies the list.
  public WatchStep {
    to = List.copyOf(to);
  }
}
