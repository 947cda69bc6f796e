package org.wordborne.server.strategy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something we wrote down of our plan.
///
/// @param kind aim, promise, competence, refusal, spend
/// @param query what it is about, in the query language; "" leaves it to its own words
/// @param amountMinor what is spent, in the smallest unit of `currency`; for spend only
record StrategyStatement(
    UUID id,
    String kind,
    String text,
    String query,
    @Nullable Long amountMinor,
    @Nullable String currency,
    String byName,
    Instant writtenAt) {}
