package org.wordborne.server.watch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule to be.
///
/// @param what `burst` when left out
/// @param steps whom to tell; when left out, all webhooks and the first member at once, all members
///     after five minutes
record WatchRuleDraft(
    @Nullable UUID topicId,
    @Nullable String what,
    @Nullable Integer line,
    @Nullable Double chance,
    @Nullable List<WatchStep> steps) {}
