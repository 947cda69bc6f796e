package org.wordborne.server.campaign.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.Publication;
import org.wordborne.server.workspace.Sha256;

/// A row of `publication_variant`, with what its post is called and who signs.
record Variant(
    UUID id,
    UUID publication,
    UUID source,
    String sourceName,
    String title,
    String as,
    String text,
    String state,
    Instant sendAt,
    @Nullable String approvedName,
    @Nullable Instant approvedAt,
    @Nullable String approvedHash,
    @Nullable String note,
    @Nullable Instant sentAt,
    @Nullable String url,
    @Nullable String why,
    int looks) {

  static final String ALL =
      """
      select v.*, p.title, p.made_name from publication_variant v
      join publication p on p.workspace_id = v.workspace_id and p.id = v.publication_id
      """;

  static Variant read(ResultSet row, int number) throws SQLException {
    return new Variant(
        row.getObject("id", UUID.class),
        row.getObject("publication_id", UUID.class),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        row.getString("title"),
        row.getString("made_name"),
        row.getString("text"),
        row.getString("state"),
        row.getObject("send_at", OffsetDateTime.class).toInstant(),
        row.getString("approved_name"),
        orNull(row, "approved_at"),
        row.getString("approved_hash"),
        row.getString("note"),
        orNull(row, "sent_at"),
        row.getString("url"),
        row.getString("why"),
        row.getInt("looks"));
  }

  private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /// What its approval holds for: title and text, nothing else.
  String hash() {
    return hash(title, text);
  }

  static String hash(String title, String text) {
    return Sha256.hex(title + "\n\n" + text);
  }

  /// The post as a channel takes it; the key is the same for every try.
  Publication forChannel() {
    return new Publication(id.toString(), title, text, as);
  }
}
