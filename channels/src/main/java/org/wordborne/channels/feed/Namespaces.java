package org.wordborne.channels.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/*
 * Short words for the namespaces that feeds use. Addresses are compared without case, scheme,
 * "www." and what trails, because real feeds differ there; a prefix that nobody declared is
 * taken by its name.
 */
final class Namespaces {
  private static final Map<String, String> WORDS = new HashMap<>();
  private static final Map<String, String> PREFIXES = new HashMap<>();

  static {
    name(
        "",
        "backend.userland.com/rss",
        "backend.userland.com/rss2",
        "blogs.law.harvard.edu/tech/rss");
    name(
        "",
        "purl.org/rss/1.0",
        "my.netscape.com/rdf/simple/0.9",
        "channel.netscape.com/rdf/simple/0.9");
    name(
        "",
        "my.netscape.com/publish/formats/rss-0.9.dtd",
        "purl.org/net/rss1.1",
        "backend.userland.com/rss091");
    name(
        "",
        "my.netscape.com/publish/formats/rss-0.91.dtd",
        "cyber.law.harvard.edu/rss",
        "rssboard.org/rss-specification");
    name(
        "atom",
        "w3.org/2005/atom",
        "purl.org/atom/ns",
        "example.com/newformat",
        "example.com/necho",
        "purl.org/echo",
        "uri/of/echo/namespace");
    name("rdf", "w3.org/1999/02/22-rdf-syntax-ns");
    name("xhtml", "w3.org/1999/xhtml");
    name("xml", "w3.org/xml/1998/namespace");
    name("dc", "purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0", "purl.org/dc");
    name("dcterms", "purl.org/dc/terms");
    name("content", "purl.org/rss/1.0/modules/content");
    name("media", "search.yahoo.com/mrss", "video.search.yahoo.com/mrss");
    name("itunes", "itunes.com/dtds/podcast-1.0.dtd", "example.com/dtds/podcast-1.0.dtd");
    name("slash", "purl.org/rss/1.0/modules/slash");
    name("wfw", "wellformedweb.org/commentapi", "wellformedweb.org/wfw");
    name("thr", "purl.org/syndication/thread/1.0");
    name("sy", "purl.org/rss/1.0/modules/syndication");
    name("admin", "webns.net/mvcb");
    name(
        "cc",
        "creativecommons.org/ns",
        "backend.userland.com/creativecommonsrssmodule",
        "web.resource.org/cc");
    name("feedburner", "rssnamespace.org/feedburner/ext/1.0");
    name("georss", "georss.org/georss");
    name("l", "purl.org/rss/1.0/modules/link");
  }

  private Namespaces() {}

  private static void name(String word, String... addresses) {
    for (String address : addresses) {
      WORDS.put(address, word);
    }
    PREFIXES.put(word, word);
    PREFIXES.put("rss", "");
  }

  static String word(String prefix, String uri) {
    if (uri.isEmpty()) {
      return prefix.isEmpty() ? "" : PREFIXES.getOrDefault(prefix, "?");
    }
    String word = WORDS.get(bare(uri));
    if (word != null) {
      return word;
    }
    /* A default namespace of someone's own still holds the feed's own vocabulary. */
    return prefix.isEmpty() ? "" : "?";
  }

  private static String bare(String uri) {
    return uri.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("[/#]+$", "");
  }
}
