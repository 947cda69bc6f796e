package org.wordborne.channels.feed;

/// Reads feeds as they really are.
public final class FeedParser {
  private FeedParser() {}

  /// Reads a feed.
  ///
  /// @param body the bytes as they came
  /// @param contentType the Content-Type header; "" if unknown
  /// @param url where it came from, the first base of relative addresses; "" if unknown
  /// @throws NotAFeedException if it is no feed at all
  public static Feed parse(byte[] body, String contentType, String url) throws NotAFeedException {
    throw new UnsupportedOperationException();
  }
}
