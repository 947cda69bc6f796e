package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.feed.FeedEntry.Enclosure;

/* Reads one entry of an XML feed. */
final class EntryReader {
  private final Tag entry;
  private final String fallbackBase;

  /* `fallbackBase` is the feed's page, for links in a feed of which nobody knows the address. */
  EntryReader(Tag entry, String fallbackBase) {
    this.entry = entry;
    this.fallbackBase = fallbackBase;
  }

  FeedEntry read(FeedAuthor feedAuthor) {
    Tag content = contentTag();
    Tag summary = summaryTag(content);
    Instant published =
        time(
            "pubdate",
            "published",
            "issued",
            "dcterms:issued",
            "dcterms:available",
            "dc:date",
            "created",
            "dcterms:created",
            "date");
    Instant updated = time("updated", "modified", "dcterms:modified", "dc:date", "lastmod");
    return new FeedEntry(
        id(),
        url(),
        title(),
        author(feedAuthor),
        published,
        updated,
        html(summary),
        html(content),
        base(entry),
        language(content),
        categories(),
        enclosures(),
        answered(),
        number(entry.textOf("slash:comments", "thr:total")),
        FeedMarkup.address(entry.textOf("comments"), entry.base),
        commentsFeed());
  }

  private String base(Tag tag) {
    return tag.base.isEmpty() ? fallbackBase : tag.base;
  }

  private String absolute(String address) {
    return fallbackBase.isEmpty() ? address : FeedMarkup.address(address, fallbackBase);
  }

  private String id() {
    String id = entry.textOf("id", "guid", "dc:identifier");
    return id.isEmpty() ? entry.attribute("rdf:about") : id;
  }

  private String url() {
    String link = absolute(FeedLinks.page(entry));
    if (!link.isEmpty()) {
      return link;
    }
    Tag guid = entry.first("guid");
    if (guid != null && isAddress(guid)) {
      return FeedMarkup.address(guid.text(), base(guid));
    }
    String about = entry.attribute("rdf:about");
    if (looksLikeAddress(about)) {
      return about;
    }
    Tag content = entry.first("content");
    if (content != null && !content.attribute("src").isEmpty()) {
      return FeedMarkup.address(content.attribute("src"), base(content));
    }
    String id = entry.textOf("id", "feedburner:origlink");
    return looksLikeAddress(id) ? id : "";
  }

  /* A guid is an address unless it says no; one that is relative must say yes. */
  private static boolean isAddress(Tag guid) {
    String permanent = guid.attribute("ispermalink").toLowerCase(Locale.ROOT);
    return switch (permanent) {
      case "false" -> false;
      case "true" -> looksLikeAddress(guid.text()) || guid.text().startsWith("/");
      default -> looksLikeAddress(guid.text());
    };
  }

  private static boolean looksLikeAddress(String text) {
    return text.matches("(?i)https?://\\S+");
  }

  private String title() {
    for (String key : new String[] {"title", "dc:title", "media:title", "itunes:title"}) {
      for (Tag tag : entry.all(key)) {
        String plain = TextConstruct.of(tag).plain();
        if (!plain.isEmpty()) {
          return plain;
        }
      }
    }
    return "";
  }

  private FeedAuthor author(FeedAuthor feedAuthor) {
    FeedAuthor own = FeedPeople.of(entry);
    if (!own.isEmpty()) {
      return own;
    }
    Tag source = entry.first("source");
    FeedAuthor origin = source == null ? FeedAuthor.none() : FeedPeople.of(source);
    return origin.isEmpty() ? feedAuthor : origin;
  }

  private @Nullable Instant time(String... keys) {
    for (String key : keys) {
      Instant at = FeedDates.parse(entry.textOf(key));
      if (at == null && key.equals("lastmod")) {
        at = FeedDates.parse(entry.attribute("lastmod"));
      }
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  private @Nullable Tag contentTag() {
    String[] keys = {
      "content:encoded", "fullitem", "xhtml:body", "body", "content", "xhtml:div", "prodlink"
    };
    for (String key : keys) {
      for (Tag tag : entry.all(key)) {
        if (!TextConstruct.of(tag).isEmpty()) {
          return tag;
        }
      }
    }
    return null;
  }

  private @Nullable Tag summaryTag(@Nullable Tag content) {
    String[] keys = {
      "summary",
      "description",
      "abstract",
      "dc:description",
      "dcterms:abstract",
      "itunes:summary",
      "itunes:subtitle",
      "media:description"
    };
    for (String key : keys) {
      for (Tag tag : entry.all(key)) {
        if (tag != content && !TextConstruct.of(tag).isEmpty()) {
          return tag;
        }
      }
    }
    return null;
  }

  /* Where a text has a base of its own, its links are resolved here; the rest by whoever shows it. */
  private String html(@Nullable Tag tag) {
    if (tag == null) {
      return "";
    }
    String html = TextConstruct.of(tag).html();
    return tag.base.equals(entry.base) ? html : FeedMarkup.absolute(html, tag.base);
  }

  private String language(@Nullable Tag content) {
    String said = entry.textOf("dc:language", "language");
    if (!said.isEmpty()) {
      return said;
    }
    return content == null || content.language.isEmpty() ? entry.language : content.language;
  }

  private List<String> categories() {
    var found = new LinkedHashSet<String>();
    for (Tag tag : entry.tags()) {
      switch (tag.key()) {
        case "category", "dc:subject", "media:category" -> found.add(category(tag));
        case "itunes:category" -> found.add(tag.attribute("text"));
        case "itunes:keywords", "media:keywords" -> {
          for (String word : tag.text().split(",")) {
            found.add(word.strip());
          }
        }
        default -> {}
      }
    }
    found.remove("");
    return List.copyOf(found);
  }

  private static String category(Tag tag) {
    String term = tag.attribute("term");
    String label = tag.attribute("label");
    String named = term.isEmpty() ? label : term;
    return named.isEmpty() ? FeedMarkup.plainTitle(tag.text()) : named;
  }

  private List<Enclosure> enclosures() {
    var found = new LinkedHashMap<String, Enclosure>();
    for (Tag tag : entry.all("enclosure", "media:content")) {
      add(found, tag, tag.attribute("url"));
    }
    for (Tag group : entry.all("media:group")) {
      for (Tag tag : group.all("media:content")) {
        add(found, tag, tag.attribute("url"));
      }
    }
    for (Tag tag : FeedLinks.all(entry, "enclosure")) {
      add(found, tag, tag.attribute("href"));
    }
    return List.copyOf(found.values());
  }

  private void add(LinkedHashMap<String, Enclosure> found, Tag tag, String written) {
    String address = written.isEmpty() ? tag.attribute("href") : written;
    if (address.isEmpty()) {
      address = tag.attribute("rdf:resource");
    }
    String url = FeedMarkup.address(address, base(tag));
    String medium = tag.attribute("medium");
    String type = tag.attribute("type").isEmpty() ? medium : tag.attribute("type");
    long length = Math.max(number(tag.attribute("length")), number(tag.attribute("filesize")));
    if (!url.isEmpty()) {
      found.putIfAbsent(url, new Enclosure(url, type, length));
    }
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }

  private String answered() {
    Tag answered = entry.first("thr:in-reply-to");
    if (answered == null) {
      return "";
    }
    String ref = answered.attribute("ref");
    String href = ref.isEmpty() ? answered.attribute("href") : ref;
    return href.isEmpty() ? answered.text() : href;
  }

  private String commentsFeed() {
    Tag feed = entry.first("wfw:commentrss");
    if (feed != null && !feed.text().isEmpty()) {
      return FeedMarkup.address(feed.text(), base(feed));
    }
    for (Tag link : FeedLinks.all(entry, "replies")) {
      String type = link.attribute("type");
      if (type.isEmpty() || type.contains("xml")) {
        return FeedLinks.address(link);
      }
    }
    return "";
  }
}
