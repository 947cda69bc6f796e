package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a webhook's log.
///
/// @param key what travels as `webhook-id`
/// @param state `waiting`, `sent` or `refused`
/// @param status what was answered the last time; null where nothing was
/// @param tookMs how long the last try took
/// @param nextAt when it is tried again; null unless it waits
/// @param answer the beginning of what was answered
/// @param payload what it says; only where one delivery is asked for
public record HookLogView(
    UUID id,
    String key,
    String type,
    String state,
    Instant at,
    int tries,
    @Nullable Instant triedAt,
    @Nullable Integer status,
    @Nullable Integer tookMs,
    @Nullable Instant nextAt,
    @Nullable String why,
    String answer,
    @Nullable String payload) {}
