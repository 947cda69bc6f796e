package org.wordborne.server.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person decided to answer.
///
/// @param inReplyTo the mention that it answers
/// @param key chosen by the one who asks: the same key is the same reply, however often it comes
/// @param as the name that signs; the person's first name where it is absent
/// @param takeBackSeconds for how long it can be taken back; 8 where it is absent
public record ReplyRequest(
    String text,
    UUID inReplyTo,
    String key,
    @Nullable String as,
    @Nullable Integer takeBackSeconds) {}
