package org.wordborne.server.workspace.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The book of acts as the API shows it.
final class AuditViews {
  private AuditViews() {}

  /// A page of acts, newest first.
  ///
  /// @param next where the next page begins; null at the end
  record AuditPage(List<AuditLine> lines, @Nullable String next) {}

  /// One act.
  ///
  /// @param person whose account it was
  /// @param name of the person or token; empty for somebody with a link, and for the program
  /// @param label of the first thing it changed, as far as there is one
  /// @param changes how many rows it changed
  /// @param facts what the program says of its own deeds
  record AuditLine(
      long number,
      UUID act,
      Instant at,
      @Nullable UUID person,
      String name,
      String role,
      ActWay way,
      String deed,
      boolean refused,
      @Nullable UUID about,
      String label,
      int changes,
      Map<String, String> facts) {}

  /// An act with what it changed.
  ///
  /// @param more how many further rows it changed; only the first 500 of a step are kept
  record AuditAct(AuditLine line, List<AuditChange> changes, int more) {}

  /// What an act changed in one row.
  ///
  /// @param thing the table
  /// @param op insert, update or delete
  /// @param erased whether the words were taken out for somebody who is forgotten
  record AuditChange(
      String thing, String row, String op, String label, boolean erased, List<AuditField> fields) {}

  /// One field before and after.
  ///
  /// @param hidden whether it is a secret, of which only the change is told
  record AuditField(String name, @Nullable String before, @Nullable String after, boolean hidden) {}

  /// Whether the book holds.
  ///
  /// @param lines how many there are
  /// @param broken the first line that does not hold; null if all do
  record AuditVerdict(long lines, boolean holds, @Nullable Long broken, @Nullable String why) {}
}
