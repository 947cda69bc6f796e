package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as it was read: absent strings are "", absent times null.
///
/// @param format "rss 2.0", "atom 1.0", "json feed 1.1" and so on
/// @param id Atom's id, else ""
/// @param title plain text
/// @param description plain text
/// @param link the page that the feed belongs to
/// @param self the feed's own address as it states it
/// @param language as it states it
/// @param updated when it last changed, as it states it
/// @param author of the whole feed
/// @param image a picture or icon
/// @param hub where pushes can be ordered (WebSub)
/// @param generator what made it
/// @param rights who owns the text
/// @param ttlMinutes how long it asks us to wait; 0 if it says nothing
/// @param entries in the order of the document
/// @param warnings what was wrong with it, in plain words
public record Feed(
    String format,
    String id,
    String title,
    String description,
    String link,
    String self,
    String language,
    @Nullable Instant updated,
    FeedAuthor author,
    String image,
    String hub,
    String generator,
    String rights,
    int ttlMinutes,
    List<FeedEntry> entries,
    List<String> warnings) {
  /// Copies the lists.
  public Feed {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
