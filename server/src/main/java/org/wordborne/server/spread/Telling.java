package org.wordborne.server.spread;

import java.time.Instant;
import java.util.UUID;

/// One word that tells a tale.
///
/// @param handle who tells it: people are their handles until handles are put together
/// @param asks whether it asks rather than claims
/// @param ownWords whether it is neither a repost nor a near copy of an earlier telling
record Telling(
    UUID tale,
    UUID mention,
    UUID handle,
    Instant at,
    boolean asks,
    boolean ownWords,
    long followers,
    long print) {}
