package org.wordborne.server.mention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Post;

/// A piece of text by one author at one time, that we kept.
///
/// Absent strings are "". After a deletion at the origin only the byline stays, and `deletedAt`
/// says when we learned of it.
///
/// @param seq its newest number: an edit, a correction, a deletion takes a new one
/// @param heardAt when it was first heard, by our clock; never changes
/// @param publishedAt when it was spoken, by theirs
/// @param origin within which native ids are unique: the source's place, or "" for the channel
/// @param html markup as it came, hostile until sanitised
/// @param language as judged, or as a person corrected it
/// @param inReplyTo native id, in the same channel and origin
/// @param topics ids of the topics it is about
/// @param fingerprint near copies have near fingerprints
/// @param own spoken by one of our own accounts
/// @param hidden kept, but not shown unless asked
public record Mention(
    UUID id,
    long seq,
    Instant heardAt,
    @Nullable Instant publishedAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    String channel,
    @Nullable UUID source,
    String origin,
    String nativeId,
    String url,
    String title,
    String text,
    String html,
    String language,
    Author author,
    String inReplyTo,
    String threadRoot,
    String repostOf,
    Post.Engagement engagement,
    List<String> links,
    List<Post.Media> media,
    Understanding understanding,
    Set<UUID> topics,
    long fingerprint,
    boolean own,
    boolean hidden) {

  /// Who spoke, as the channel names them.
  ///
  /// @param handle the same for all words of one name on one channel and origin
  /// @param id the channel's own id for them, or their name where it has none
  public record Author(UUID handle, String id, String name, String url, long followers) {}

  /// When it was spoken, as well as we know: theirs if they said, else when we heard it.
  public Instant spokenAt() {
    return publishedAt != null && publishedAt.isBefore(heardAt) ? publishedAt : heardAt;
  }

  /// Whether it was taken back at its origin.
  public boolean isDeleted() {
    return deletedAt != null;
  }
}
