package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of our replies and what became of it.
///
/// @param state planned, sending, sent, refused, unknown, taken-back
/// @param inReplyTo the mention that it answers
/// @param sendAt when it leaves; until then it can be taken back
/// @param why in plain words, where it was refused or is unknown
public record ReplyView(
    UUID id,
    UUID conversationId,
    String state,
    String text,
    AssigneeView by,
    String as,
    UUID inReplyTo,
    Instant sendAt,
    @Nullable Instant sentAt,
    @Nullable String url,
    @Nullable String why,
    @Nullable String nativeId) {}
