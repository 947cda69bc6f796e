package org.wordborne.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of text as a channel gave it; absent strings are "".
///
/// @param nativeId its stable id on the channel
/// @param url where a person can read it
/// @param title plain text
/// @param text plain text
/// @param html the text's HTML as it came, hostile until sanitised
/// @param author who spoke
/// @param published when it was spoken, by their clock
/// @param updated when it was last changed, by their clock
/// @param language BCP 47 tag as the channel states it
/// @param inReplyTo native id of the post it answers, in the same source
/// @param threadRoot native id of the post that began the thread
/// @param repostOf native id of the post it repeats
/// @param metrics what the channel counts
/// @param links addresses in the text
/// @param media pictures, sound and films beside the text
public record ChannelPost(
    String nativeId,
    String url,
    String title,
    String text,
    String html,
    ChannelAuthor author,
    @Nullable Instant published,
    @Nullable Instant updated,
    String language,
    String inReplyTo,
    String threadRoot,
    String repostOf,
    Metrics metrics,
    List<String> links,
    List<Attachment> media) {
  /// Copies the lists.
  public ChannelPost {
    links = List.copyOf(links);
    media = List.copyOf(media);
  }
}
