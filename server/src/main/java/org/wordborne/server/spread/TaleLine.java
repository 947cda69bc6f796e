package org.wordborne.server.spread;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tale as the book has it.
///
/// @param topic null for a tale that is known by its wording alone
/// @param quietAt when it ended; null while it goes round
/// @param live whether a telling was heard while it was fresh
record TaleLine(
    UUID id,
    @Nullable UUID topic,
    UUID root,
    long rootPrint,
    String title,
    Instant begunAt,
    Instant lastAt,
    @Nullable Instant quietAt,
    int told,
    boolean live,
    String truth,
    String fact,
    int line) {}
