package org.wordborne.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as it came: what questions are asked of.
///
/// Only `id` and `text` are required. What is not known is `""`, 0 or empty, never null, except
/// the time, which has no honest zero.
///
/// ```java
/// var post = Post.of("42", "Is Lantern closing?").withChannel("forum").withTitle("Town talk");
/// ```
///
/// @param id the channel's own name for the post
/// @param text what was said, as plain text
/// @param channel the kind of vehicle, such as `feed`
/// @param url where it stands
/// @param title its headline
/// @param author who said it
/// @param published when, as the origin tells it
/// @param language a BCP 47 code as the origin tells it
/// @param inReplyTo id of the post that it answers
/// @param repostOf id of the post that it repeats
/// @param engagement how it was received
/// @param links addresses that it points to
/// @param media what it carries besides text
public record Post(
    String id,
    String text,
    String channel,
    String url,
    String title,
    Author author,
    @Nullable Instant published,
    String language,
    String inReplyTo,
    String repostOf,
    Engagement engagement,
    List<String> links,
    List<Media> media) {

  /// Keeps copies of the lists.
  public Post {
    links = List.copyOf(links);
    media = List.copyOf(media);
  }

  /// Returns a post of which only the two required values are known.
  public static Post of(String id, String text) {
    return new Post(
        id,
        text,
        "",
        "",
        "",
        Author.NOBODY,
        null,
        "",
        "",
        "",
        Engagement.NONE,
        List.of(),
        List.of());
  }

  /// Who said it.
  ///
  /// @param id the channel's own name for the author
  /// @param name the name that is shown
  /// @param url the author's page
  /// @param followers people who follow the author
  public record Author(String id, String name, String url, long followers) {
    /// An author of whom nothing is known.
    public static final Author NOBODY = new Author("", "", "", 0);
  }

  /// How a post was received, in acts counted by its channel.
  ///
  /// @param likes people who liked it
  /// @param reposts times it was repeated
  /// @param replies answers to it
  /// @param views times it was shown
  public record Engagement(long likes, long reposts, long replies, long views) {
    /// Nothing counted.
    public static final Engagement NONE = new Engagement(0, 0, 0, 0);
  }

  /// What a post carries besides text.
  ///
  /// @param kind `image`, `video`, `audio` or another plain word
  /// @param url where it stands
  /// @param alt its description in words
  public record Media(String kind, String url, String alt) {}

  /// Returns this post with another channel.
  public Post withChannel(String channel) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another text.
  public Post withText(String text) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another address.
  public Post withUrl(String url) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another title.
  public Post withTitle(String title) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another author.
  public Post withAuthor(Author author) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another time; null where it is not known.
  public Post withPublished(@Nullable Instant published) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with another language.
  public Post withLanguage(String language) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post as an answer to another.
  public Post withInReplyTo(String inReplyTo) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post as a repeat of another.
  public Post withRepostOf(String repostOf) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with other counts.
  public Post withEngagement(Engagement engagement) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with other links.
  public Post withLinks(List<String> links) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }

  /// Returns this post with other media.
  public Post withMedia(List<Media> media) {
    return new Post(
        id,
        text,
        channel,
        url,
        title,
        author,
        published,
        language,
        inReplyTo,
        repostOf,
        engagement,
        links,
        media);
  }
}
