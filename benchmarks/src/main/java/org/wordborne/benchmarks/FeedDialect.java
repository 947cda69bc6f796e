package org.wordborne.benchmarks;

import java.util.List;

/// How one family of feeds writes its frame and its entries.
enum FeedDialect {
  RSS_090(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
          + " xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"%s>"
          + "<channel><title>Lantern</title><link>https://lantern.example/</link></channel>",
      "</rdf:RDF>", "item", "dc:date"),
  RSS_091("<rss version=\"0.91\"%s><channel><title>Lantern</title>", "</channel></rss>"),
  RSS_092("<rss version=\"0.92\"%s><channel><title>Lantern</title>", "</channel></rss>"),
  RSS_10(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
          + " xmlns=\"http://purl.org/rss/1.0/\"%s>"
          + "<channel rdf:about=\"https://lantern.example/\"><title>Lantern</title></channel>",
      "</rdf:RDF>", "item", "dc:date"),
  RSS_20("<rss version=\"2.0\"%s><channel><title>Lantern</title>", "</channel></rss>"),
  ATOM_03(
      "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"%s><title>Lantern</title>",
      "</feed>", "entry", "issued"),
  ATOM_10(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"%s><title>Lantern</title>",
      "</feed>", "entry", "published");

  private static final String DC = " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

  private final String head;
  private final String tail;
  private final String entry;
  private final String time;

  FeedDialect(String head, String tail) {
    this(head, tail, "item", "pubDate");
  }

  FeedDialect(String head, String tail, String entry, String time) {
    this.head = head;
    this.tail = tail;
    this.entry = entry;
    this.time = time;
  }

  boolean isAtom() {
    return entry.equals("entry");
  }

  /// Whether times are written as RFC 822 has them.
  boolean writesMailTimes() {
    return time.equals("pubDate");
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /// The whole document; `attributes` go into the root.
  String document(String attributes, List<String> entries) {
    return head.formatted(DC + attributes) + String.join("\n", entries) + tail;
  }

  /// One entry of parts that are written already.
  String entry(String title, String link, String published, String more) {
    String place =
        isAtom() ? "<link rel=\"alternate\" href=\"" + link + "\"/>" : "<link>" + link + "</link>";
    String when = published.isEmpty() ? "" : "<" + time + ">" + published + "</" + time + ">";
    return "<" + entry + ">" + title + place + when + more + "</" + entry + ">";
  }
}
