package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// News for programs.
///
/// @param type as in `alarm.raised`
/// @param at when it happened
/// @param data anything that can be written as JSON
/// @param key the same for the same news to the same program; travels as `webhook-id`
/// @param about what it is about, by which its delivery is found
public record Telex(String type, Instant at, Object data, String key, @Nullable UUID about) {}
