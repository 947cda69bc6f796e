package org.wordborne.server.mention;

import org.wordborne.query.Post;

/// Something that a source or an import brought.
public sealed interface Incoming {

  /// A post as it stands now.
  ///
  /// @param post its id is the channel's own
  /// @param html markup as it came; "" for plain text
  /// @param threadRoot native id of what began the thread; "" if unknown
  /// @param place within which its id is unique, where an import names it; else ""
  record Spoken(Post post, String html, String threadRoot, String place) implements Incoming {
    /// A post of a source, which says itself where its ids are unique.
    public Spoken(Post post, String html, String threadRoot) {
      this(post, html, threadRoot, "");
    }

    /// A post in plain text whose thread is not known.
    public static Spoken of(Post post) {
      return new Spoken(post, "", "");
    }
  }

  /// A post was taken back at its origin.
  record TakenBack(String nativeId) implements Incoming {}

  /// The channel's own id of the post.
  default String nativeId() {
    return switch (this) {
      case Spoken(var post, _, _, _) -> post.id();
      case TakenBack(var id) -> id;
    };
  }
}
