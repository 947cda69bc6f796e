package org.wordborne.server.workspace.act;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which acts are asked for; what is absent does not matter.
///
/// @param who the person's id
/// @param deed an operation as `topics.create`, or a room of them as `topics`
/// @param about the id of a thing that the act was done to or changed
/// @param from the first instant
/// @param to the instant before which they were
/// @param q words in a name, an operation, or in what was changed
public record AuditAsk(
    @Nullable UUID who,
    @Nullable String deed,
    @Nullable UUID about,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String q) {}
