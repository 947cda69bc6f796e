package org.wordborne.server.strategy;

import org.jspecify.annotations.Nullable;

/// What a person writes down of the plan.
///
/// @param kind aim, promise, competence, refusal, spend
/// @param query what it is about; may be left out
/// @param amount what is spent, as `1200.00 GBP`; for spend, and only there
record StatementDraft(
    @Nullable String kind,
    @Nullable String text,
    @Nullable String query,
    @Nullable String amount) {}
