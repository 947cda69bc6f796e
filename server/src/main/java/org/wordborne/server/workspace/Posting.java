package org.wordborne.server.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a double entry book: what left one account came to another.
///
/// @param key what the deed is known by; the same deed is booked once
/// @param unit a currency, or `piece:ITEM`
/// @param amount how many units, more than 0
/// @param why a code, as `prize.shipped`; never a personal word
/// @param by who did it; null for the program's own work
public record Posting(
    UUID id,
    String key,
    String book,
    String unit,
    String from,
    String to,
    long amount,
    String why,
    @Nullable UUID by,
    Instant at) {}
