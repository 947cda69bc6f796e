package org.wordborne.server.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.Reply;
import org.wordborne.wire.LinkAddress;

/// A reply as it is kept.
record ReplyRecord(
    UUID id,
    UUID conversation,
    UUID mention,
    String key,
    String text,
    @Nullable UUID person,
    String personName,
    String as,
    String state,
    String place,
    String inReplyTo,
    String threadRoot,
    Instant plannedAt,
    Instant sendAt,
    @Nullable Instant sentAt,
    @Nullable String nativeId,
    @Nullable String url,
    @Nullable String why,
    @Nullable UUID heardMention) {

  static final UUID NOBODY = new UUID(0, 0);

  static ReplyRecord read(ResultSet row, int number) throws SQLException {
    var sent = row.getObject("sent_at", OffsetDateTime.class);
    return new ReplyRecord(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getObject("mention_id", UUID.class),
        row.getString("key"),
        row.getString("text"),
        row.getObject("person_id", UUID.class),
        row.getString("person_name"),
        row.getString("signed_as"),
        row.getString("state"),
        row.getString("place"),
        row.getString("in_reply_to"),
        row.getString("thread_root"),
        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
        row.getObject("send_at", OffsetDateTime.class).toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getString("native_id"),
        row.getString("url"),
        row.getString("why"),
        row.getObject("heard_mention", UUID.class));
  }

  /// As the channel takes it. Its id is the key, so that a second try is the same reply.
  Reply forChannel() {
    return new Reply(key, inReplyTo, threadRoot, text, as);
  }

  ReplyView view() {
    return new ReplyView(
        id,
        conversation,
        state,
        text,
        new AssigneeView(person == null ? NOBODY : person, personName),
        as,
        mention,
        sendAt,
        sentAt,
        LinkAddress.harmlessOrNull(url),
        why,
        nativeId);
  }
}
