package org.wordborne.server.strategy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A theme that is kept or proposed.
///
/// @param origin words (people ask for it), said (we speak of it), topic, hand
/// @param words by which it was found
/// @param linked statements that a person tied to it
/// @param state proposed, kept, aside
record StrategyTheme(
    UUID id,
    String name,
    String query,
    String origin,
    @Nullable UUID topic,
    List<String> words,
    List<UUID> linked,
    String state,
    String ownerName,
    int version,
    @Nullable UUID campaign,
    Instant madeAt) {}
