package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.person.PersonRef;

/// A conversation as a line of the queue.
///
/// @param need 4 now, 3 today, 2 this week, 1 can wait
/// @param needScore the score behind it, at the moment of asking
/// @param keptInView small-voice or old-wait where it stands in a place kept for those
/// @param state open, later, done
public record ConversationRow(
    UUID id,
    String title,
    PersonRef person,
    OpenerView opener,
    int need,
    double needScore,
    List<NeedReason> reasons,
    Instant waitsSince,
    @Nullable String keptInView,
    String state,
    @Nullable AssigneeView assignee,
    @Nullable Instant laterUntil,
    int peopleCount,
    List<String> sourceNames,
    Instant lastAt,
    boolean answered) {}
