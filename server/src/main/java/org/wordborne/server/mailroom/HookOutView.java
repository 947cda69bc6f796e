package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A program that is told by webhook, and how it fares.
///
/// @param kinds types of what it is told
/// @param query of the words, only those that satisfy it; empty for all
/// @param state `on`, `paused` by a person, or `stopped` by itself
/// @param why why it stopped
/// @param failingSince the first of nothing but failures; null while it takes what it is told
/// @param oldSecretUntil until when the secret before this one signs too
/// @param missed how many happenings were not written down while too many waited
/// @param waiting how many deliveries wait
/// @param failed how many failed for good within the days that the log is kept
public record HookOutView(
    UUID id,
    String name,
    String url,
    List<String> kinds,
    String query,
    String state,
    @Nullable Instant stoppedAt,
    @Nullable String why,
    @Nullable Instant failingSince,
    @Nullable Instant lastSentAt,
    @Nullable Instant oldSecretUntil,
    Instant madeAt,
    long missed,
    long waiting,
    long failed) {}
