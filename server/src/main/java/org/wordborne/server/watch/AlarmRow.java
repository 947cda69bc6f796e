package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;

/// An alarm.
///
/// @param first the word it began with, as far as we heard
/// @param state `raised`, `acknowledged` or `ended`
/// @param tale the word on the move it is about, where there is one
/// @param test whether somebody only tried the rule
/// @param told how many steps went out
/// @param nextAt when the next goes out if nobody acknowledges; null when none will
/// @param nextTo to whom
public record AlarmRow(
    UUID id,
    UUID rule,
    UUID topic,
    String title,
    AlarmCause cause,
    @Nullable MentionView first,
    Instant raisedAt,
    String state,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable UUID tale,
    boolean test,
    int told,
    @Nullable Instant nextAt,
    List<String> nextTo) {}
