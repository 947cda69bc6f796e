package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a feed: absent strings are "", absent times null.
///
/// @param id what stays the same when it changes: Atom id, guid, link or a hash, in this order
/// @param url where a person can read it
/// @param title plain text
/// @param author who wrote it
/// @param published when it was spoken
/// @param updated when it last changed
/// @param summary raw HTML, hostile until sanitised
/// @param content raw HTML, hostile until sanitised
/// @param base the address that relative links in summary and content start from
/// @param language as it states it
/// @param categories tags, as written
/// @param enclosures files that belong to it
/// @param inReplyTo id or address of what it answers (thr:in-reply-to)
/// @param replies how many answers it states (slash:comments, thr:total)
/// @param comments address of its comments page
/// @param commentsFeed address of its comments feed (wfw:commentRss, link rel=replies)
public record FeedEntry(
    String id,
    String url,
    String title,
    FeedAuthor author,
    @Nullable Instant published,
    @Nullable Instant updated,
    String summary,
    String content,
    String base,
    String language,
    List<String> categories,
    List<Enclosure> enclosures,
    String inReplyTo,
    long replies,
    String comments,
    String commentsFeed) {
  /// A file that belongs to an entry.
  ///
  /// @param url where it lives
  /// @param type its media type; "" if not said
  /// @param length its size in bytes; 0 if not said
  public record Enclosure(String url, String type, long length) {}

  /// Copies the lists.
  public FeedEntry {
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }
}
