package org.wordborne.server.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asked for.
///
/// @param kind access, erasure, objection
/// @param about what they are called; "" once they are forgotten
/// @param shownBy how they showed that it is they who ask
/// @param daysLeft until it must be done; below 0 when it is late
/// @param state open, running, done, refused
/// @param step how far an erasure is
/// @param why the ground, where it was refused
/// @param remains places that still hold something after an erasure; "" for none
/// @param person of whom it is, while it is known
public record PrivacyRequest(
    UUID id,
    String kind,
    String about,
    String shownBy,
    Instant at,
    LocalDate dueOn,
    long daysLeft,
    String state,
    String step,
    String why,
    String remains,
    String by,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    @Nullable UUID person,
    @Nullable String mail) {}
