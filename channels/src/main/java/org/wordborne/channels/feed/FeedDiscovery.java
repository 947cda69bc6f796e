package org.wordborne.channels.feed;

import java.util.List;

/// Finds what can be listened to behind the address of a page.
public final class FeedDiscovery {
  private FeedDiscovery() {}

  /// Something to listen to that a page names.
  ///
  /// @param kind "feed" or "wordpress"
  /// @param title as the page calls it
  /// @param url its absolute address
  public record Found(String kind, String title, String url) {}

  /// What the page itself names: alternate links, a WordPress root, comment feeds.
  public static List<Found> discover(byte[] html, String url) {
    throw new UnsupportedOperationException();
  }
}
