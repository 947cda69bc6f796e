package org.wordborne.channels.feed;

/// Who wrote an entry or a feed; absent strings are "".
///
/// @param name as it is shown
/// @param email their mail address
/// @param url their page
public record FeedAuthor(String name, String email, String url) {
  /// Nobody named.
  public static FeedAuthor none() {
    return new FeedAuthor("", "", "");
  }

  /// Whether nothing is known of them.
  public boolean isEmpty() {
    return name.isEmpty() && email.isEmpty() && url.isEmpty();
  }
}
