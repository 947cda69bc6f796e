package org.wordborne.server.operate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// When the server makes backups by itself, and where.
///
/// @param hour of the day in the system's time zone; [#NEVER] for none
/// @param keep how many of its own it keeps
/// @param folder where; null for `backups` in the data folder
/// @param passphraseFile whose first line closes them; null for open ones
public record BackupPlan(int hour, int keep, @Nullable Path folder, @Nullable Path passphraseFile) {
  /// No hour at all.
  public static final int NEVER = -1;

  /// The server makes none by itself.
  public static final BackupPlan OFF = new BackupPlan(NEVER, 7, null, null);

  /// At three in the morning, the last seven kept, in the data folder, open.
  public static final BackupPlan USUAL = new BackupPlan(3, 7, null, null);
}
