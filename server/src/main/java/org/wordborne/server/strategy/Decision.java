package org.wordborne.server.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person decided about a theme.
///
/// @param verdict fits, conflicts, beyond: as that person sees it
/// @param answer yes, no, later
/// @param reason for ourselves
/// @param did what we tell the people that we did; shown where `open`
/// @param againOn when it comes back
/// @param open whether the people may read it
record Decision(
    UUID id,
    UUID theme,
    String themeName,
    String verdict,
    String answer,
    String reason,
    String did,
    @Nullable UUID owner,
    String ownerName,
    Instant at,
    LocalDate againOn,
    boolean open) {}
