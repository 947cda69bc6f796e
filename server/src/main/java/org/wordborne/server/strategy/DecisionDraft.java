package org.wordborne.server.strategy;

import org.jspecify.annotations.Nullable;

/// What a person decides about a theme.
///
/// @param verdict fits, conflicts, beyond; left out, what was proposed
/// @param answer yes, no, later
/// @param did what the people are told that we did; for `open` only
/// @param againOn the day it comes back, as 2027-01-18
/// @param open whether the people may read it
record DecisionDraft(
    @Nullable String verdict,
    @Nullable String answer,
    @Nullable String reason,
    @Nullable String did,
    @Nullable String againOn,
    @Nullable Boolean open) {}
