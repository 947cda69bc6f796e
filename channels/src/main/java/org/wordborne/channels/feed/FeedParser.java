package org.wordborne.channels.feed;

import java.util.Locale;

/// Reads feeds as they really are: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.
///
/// ```java
/// Feed feed = FeedParser.parse(bytes, "application/rss+xml", "https://cafe.example/feed");
/// feed.entries().getFirst().title();
/// ```
///
/// It is lenient throughout: wrong charsets, markup that is no XML, entities that nobody declared
/// and addresses that are relative are brought to what was meant, and one bad entry costs no other.
/// No external entity is ever fetched, and declared ones expand within a budget. Time is linear in
/// the size of the document.
///
/// Pure: the same bytes give the same feed.
public final class FeedParser {
  private FeedParser() {}

  /// Reads a feed.
  ///
  /// @param body the bytes as they came
  /// @param contentType the Content-Type header; "" if unknown
  /// @param url where it came from, the first base of relative addresses; "" if unknown
  /// @throws NotAFeedException if it is no feed at all
  public static Feed parse(byte[] body, String contentType, String url) throws NotAFeedException {
    String text = FeedBytes.text(body, contentType);
    String begin = text.stripLeading();
    if (begin.isEmpty()) {
      throw new NotAFeedException("The document is empty.");
    }
    if (begin.startsWith("{") || begin.startsWith("[")) {
      return JsonFeedReader.read(begin, url);
    }
    Tag document = MarkupReader.read(text, url);
    Tag root = XmlFeedReader.findRoot(document);
    if (root == null) {
      throw new NotAFeedException(whatItSeemsToBe(document, begin));
    }
    return XmlFeedReader.read(root, url);
  }

  private static String whatItSeemsToBe(Tag document, String begin) {
    String head = begin.substring(0, Math.min(1000, begin.length())).toLowerCase(Locale.ROOT);
    if (head.contains("<!doctype html") || head.contains("<html") || head.contains("<body")) {
      return "The document is a web page, not a feed.";
    }
    Tag first = document.tags().isEmpty() ? null : document.tags().getFirst();
    return first == null
        ? "The document is plain text, not a feed."
        : "The document is XML, but no feed: it begins with <" + shown(first.name) + ">.";
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
