package org.wordborne.server.workspace;

import java.time.Instant;
import java.util.Locale;

/// Something around the server that keeps it from a part of its work.
///
/// @param kind what it is
/// @param since when it was first seen
public record Condition(Kind kind, Instant since) {

  /// What can be the matter.
  public enum Kind {
    /// The disk of the data folder is getting full; all work goes on.
    DISK_LOW,
    /// The disk is so full that the database could stop: nothing new is listened to.
    DISK_FULL,
    /// The database does not answer: nothing can be read or kept.
    DATABASE,
    /// The clock leapt ahead: what would be too old by it is not let go. All else goes on.
    CLOCK_LEAPT,
    /// The rows came out of a backup: nothing is sent until a person says that it shall.
    SENDING;

    /// Whether supervisors should see it as being out of work; people work on through the others.
    public boolean stopsWork() {
      return this == DISK_FULL || this == DATABASE;
    }

    /// Its word for programs, as `disk-full`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The word of its kind.
  public String word() {
    return kind.word();
  }
}
