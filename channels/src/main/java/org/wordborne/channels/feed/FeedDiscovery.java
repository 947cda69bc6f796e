package org.wordborne.channels.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wordborne.wire.HttpHeaders;
import org.wordborne.wire.WebAddress;

/// Finds what can be listened to behind the address of a page. It fetches nothing.
public final class FeedDiscovery {
  private static final Map<String, String> TYPES =
      Map.of(
          "application/rss+xml", "feed",
          "application/atom+xml", "feed",
          "application/feed+json", "feed",
          "application/json", "feed",
          "application/rdf+xml", "feed",
          "text/xml", "feed",
          "application/xml", "feed");
  private static final List<String> COMMON =
      List.of(
          "feed/",
          "feed.xml",
          "rss.xml",
          "atom.xml",
          "index.xml",
          "feed.json",
          "rss",
          "feeds/posts/default");
  private static final String WORDPRESS = "https://api.w.org/";

  private FeedDiscovery() {}

  /// Something to listen to that a page names.
  ///
  /// @param kind "feed" or "wordpress" (then `url` is the root of its REST interface)
  /// @param title as the page calls it; may be ""
  /// @param url its absolute address
  public record Found(String kind, String title, String url) {}

  /// What the page itself names: alternate links, a WordPress root, links that look like feeds.
  ///
  /// @param html the page's bytes
  /// @param url the page's address
  public static List<Found> discover(byte[] html, String url) {
    Document page;
    try {
      page = Jsoup.parse(new ByteArrayInputStream(html), null, url);
    } catch (IOException unreadable) {
      return List.of();
    }
    Element baseTag = page.selectFirst("base[href]");
    String base = baseTag == null ? url : WebAddress.resolve(baseTag.attr("href"), url);
    var found = new LinkedHashMap<String, Found>();
    for (Element link : page.select("link[rel][href]")) {
      alternate(link, base, found);
    }
    if (found.isEmpty()) {
      for (Element link : page.select("a[href]")) {
        linked(link, base, found);
      }
    }
    return List.copyOf(found.values());
  }

  /// What the answer's Link headers name: a WordPress root, alternate feeds.
  public static List<Found> inHeaders(HttpHeaders headers, String url) {
    var found = new LinkedHashMap<String, Found>();
    for (String header : headers.all("Link")) {
      for (String link : header.split(",(?=\\s*<)")) {
        int end = link.indexOf('>');
        if (link.strip().startsWith("<") && end > 0) {
          String at = WebAddress.resolve(link.substring(link.indexOf('<') + 1, end), url);
          header(link.substring(end + 1), at, found);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// Addresses worth a try when a page names nothing.
  public static List<String> commonAddresses(String url) {
    WebAddress page = WebAddress.parse(url);
    if (page == null || !page.isHttp()) {
      return List.of();
    }
    return COMMON.stream().map(path -> WebAddress.resolve("/" + path, url)).toList();
  }

  private static void header(String parameters, String at, Map<String, Found> found) {
    String text = parameters.toLowerCase(Locale.ROOT);
    if (text.contains(WORDPRESS)) {
      found.putIfAbsent(at, new Found("wordpress", "", at));
    } else if (text.matches("(?s).*rel=\"?[^;]*alternate.*")
        && text.matches("(?s).*(rss|atom)\\+xml.*|.*feed\\+json.*")) {
      found.putIfAbsent(at, new Found("feed", "", at));
    }
  }

  private static void alternate(Element link, String base, Map<String, Found> found) {
    List<String> relations =
        List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
    String type = link.attr("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    String at = WebAddress.resolve(link.attr("href"), base);
    String title = link.attr("title").strip();
    if (relations.contains(WORDPRESS)) {
      found.putIfAbsent(at, new Found("wordpress", title, at));
      return;
    }
    boolean named = relations.contains("alternate") || relations.contains("feed");
    boolean wordpressPage = type.equals("application/json") && at.contains("/wp-json/");
    boolean oembed = at.contains("oembed");
    boolean typed = TYPES.containsKey(type) || (relations.contains("feed") && type.isEmpty());
    if (named && typed && !wordpressPage && !oembed && at.startsWith("http")) {
      found.putIfAbsent(at, new Found("feed", title, at));
    }
  }

  private static void linked(Element link, String base, Map<String, Found> found) {
    String at = WebAddress.resolve(link.attr("href"), base);
    WebAddress address = WebAddress.parse(at);
    if (address == null || !address.isHttp() || found.size() >= 10) {
      return;
    }
    String path = address.path().toLowerCase(Locale.ROOT);
    boolean looksRight =
        path.matches(
            ".*(/feed/?|/rss/?|/atom/?|\\.rss|\\.atom|\\.rdf|(feed|rss|atom|index)\\.xml|feed\\.json)$");
    if (looksRight) {
      found.putIfAbsent(at, new Found("feed", link.text().strip(), at));
    }
  }
}
