package org.wordborne.server.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A crisis room, as one names it in a line.
///
/// @param tale the word on the move it was opened for
/// @param closedAt null while it is open
public record CrisisRef(
    UUID id,
    UUID tale,
    String title,
    Instant openedAt,
    String openedBy,
    @Nullable Instant closedAt) {}
