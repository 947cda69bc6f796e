package org.wordborne.benchmarks;

import java.time.Instant;
import java.util.List;

/// One made feed, with what a reader should find in it.
///
/// @param name dialect and what is unusual about it
/// @param body the bytes
/// @param contentType the header that came with them
/// @param items what it says
record FeedCase(String name, byte[] body, String contentType, List<Item> items) {
  /// Where the feeds are said to come from.
  static final String ADDRESS = "https://lantern.example/news/feed.xml";

  /// One entry: a plain title, an absolute address, a time.
  record Item(String title, String link, Instant published) {}
}
