package org.wordborne.server.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger of thanks.
///
/// @param number counts up from 1 without a gap
/// @param mention the word they were thanked for, if it was for one
/// @param how in-thread, private or gift
/// @param note what was noted beside it; "" where nothing was, or where the reply has the words
/// @param by the member who did; null for a program
/// @param reply our reply, where it was sent from here
public record ThanksLine(
    UUID id,
    long number,
    UUID person,
    @Nullable UUID mention,
    String how,
    String note,
    @Nullable UUID by,
    Instant at,
    @Nullable UUID reply) {}
