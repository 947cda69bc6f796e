package org.wordborne.server.mention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Post;

/// Reads rows of the table `mention`.
final class MentionRows {
  private MentionRows() {}

  static Mention read(ResultSet row, int number) throws SQLException {
    var corrections = MentionJson.corrections(row.getString("corrected"));
    var judged = MentionJson.understanding(text(row, "understanding"));
    var extra = MentionJson.extra(text(row, "extra"));
    return new Mention(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        row.getObject("heard_at", OffsetDateTime.class).toInstant(),
        instant(row, "published_at"),
        instant(row, "edited_at"),
        instant(row, "deleted_at"),
        text(row, "channel"),
        row.getObject("source_id", UUID.class),
        text(row, "origin"),
        text(row, "native_id"),
        text(row, "url"),
        text(row, "title"),
        text(row, "text"),
        text(row, "html"),
        corrections.language() == null ? text(row, "language") : corrections.language(),
        author(row),
        text(row, "in_reply_to"),
        text(row, "thread_root"),
        text(row, "repost_of"),
        engagement(row),
        extra.links(),
        extra.media(),
        corrections.applied(judged),
        Set.of((UUID[]) row.getArray("topics").getArray()),
        row.getLong("fingerprint"),
        row.getBoolean("own"),
        row.getBoolean("hidden"));
  }

  private static Mention.Author author(ResultSet row) throws SQLException {
    return new Mention.Author(
        row.getObject("handle", UUID.class),
        text(row, "author_id"),
        text(row, "author_name"),
        text(row, "author_url"),
        row.getLong("followers"));
  }

  private static Post.Engagement engagement(ResultSet row) throws SQLException {
    return new Post.Engagement(
        row.getLong("likes"), row.getLong("reposts"), row.getLong("replies"), row.getLong("views"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
