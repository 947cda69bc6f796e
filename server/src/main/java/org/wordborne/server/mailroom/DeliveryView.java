package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that goes out, and what became of it.
///
/// @param kind `mail` or `hook`
/// @param to the address, or the webhook's name
/// @param subject the mail's subject, or the type of what a webhook tells
/// @param state `waiting`, `sent` or `refused`
/// @param tries how often it was carried so far
/// @param at when it was written
/// @param nextAt when it is tried again; null unless it waits
/// @param why what went wrong the last time
public record DeliveryView(
    UUID id,
    String kind,
    String to,
    String subject,
    String state,
    int tries,
    Instant at,
    @Nullable Instant nextAt,
    @Nullable Instant sentAt,
    @Nullable String why) {}
