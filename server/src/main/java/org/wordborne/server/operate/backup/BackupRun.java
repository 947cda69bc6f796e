package org.wordborne.server.operate.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of one backup.
///
/// @param number of this backup among all of its server
/// @param rows in all tables
/// @param scheduled whether the server made it by itself
/// @param fault why it was not made or does not hold; null when it is good
/// @param verifiedAt when the file was last read back and found whole; null for never
public record BackupRun(
    long number,
    Instant madeAt,
    String file,
    long bytes,
    long rows,
    boolean encrypted,
    boolean scheduled,
    @Nullable String fault,
    @Nullable Instant verifiedAt) {}
