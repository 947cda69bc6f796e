package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.wordborne.channels.feed.FeedEntry.Enclosure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/* Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
final class JsonFeedReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(10_000_000)
                          .maxNumberLength(100)
                          .build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .build())
          .build();

  private final String url;

  private JsonFeedReader(String url) {
    this.url = url;
  }

  static Feed read(String text, String url) throws NotAFeedException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      String line = at == null ? "" : " It breaks at line " + at.getLineNr() + ".";
      throw new NotAFeedException("The document is JSON, but cannot be read." + line);
    }
    JsonNode items = root.path("items");
    boolean named = string(root, "version").contains("jsonfeed");
    if (!root.isObject() || !(items.isArray() || named)) {
      throw new NotAFeedException("The document is JSON, but no JSON Feed: it has no \"items\".");
    }
    return new JsonFeedReader(url).feed(root, items);
  }

  private Feed feed(JsonNode root, JsonNode items) {
    var entries = new ArrayList<FeedEntry>();
    var warnings = new ArrayList<String>();
    FeedAuthor author = author(root);
    int number = 0;
    for (JsonNode item : items) {
      number++;
      if (item.isObject()) {
        entries.add(entry(item, author, string(root, "language")));
      } else {
        warnings.add("Entry " + number + " could not be read: it is no object.");
      }
    }
    String version = string(root, "version").replaceFirst(".*/", "");
    String icon = string(root, "icon");
    return new Feed(
        ("json feed " + version).strip(),
        "",
        FeedMarkup.oneLine(string(root, "title")),
        FeedMarkup.oneLine(string(root, "description")),
        address(string(root, "home_page_url")),
        address(string(root, "feed_url")),
        string(root, "language"),
        null,
        author,
        address(icon.isEmpty() ? string(root, "favicon") : icon),
        address(string(root.path("hubs").path(0), "url")),
        "",
        "",
        0,
        EntryIds.distinct(entries),
        warnings);
  }

  private FeedEntry entry(JsonNode item, FeedAuthor feedAuthor, String feedLanguage) {
    String html = string(item, "content_html");
    String plain = string(item, "content_text");
    String page = string(item, "url");
    FeedAuthor own = author(item);
    String language = string(item, "language");
    return new FeedEntry(
        string(item, "id"),
        address(page.isEmpty() ? string(item, "external_url") : page),
        FeedMarkup.oneLine(string(item, "title")),
        own.isEmpty() ? feedAuthor : own,
        time(item, "date_published"),
        time(item, "date_modified"),
        FeedMarkup.escape(string(item, "summary")),
        html.isEmpty() ? FeedMarkup.escape(plain) : html,
        url,
        language.isEmpty() ? feedLanguage : language,
        tags(item),
        enclosures(item),
        "",
        0,
        "",
        "");
  }

  private static @org.jspecify.annotations.Nullable Instant time(JsonNode item, String name) {
    return FeedDates.parse(string(item, name));
  }

  private List<String> tags(JsonNode item) {
    var tags = new LinkedHashSet<String>();
    for (JsonNode tag : item.path("tags")) {
      if (tag.isValueNode() && !tag.asString().isBlank()) {
        tags.add(tag.asString().strip());
      }
    }
    return List.copyOf(tags);
  }

  private List<Enclosure> enclosures(JsonNode item) {
    var found = new ArrayList<Enclosure>();
    for (JsonNode file : item.path("attachments")) {
      String at = address(string(file, "url"));
      if (!at.isEmpty()) {
        long size = file.path("size_in_bytes").asLong(0);
        found.add(new Enclosure(at, string(file, "mime_type"), Math.max(0, size)));
      }
    }
    return found;
  }

  /* 1.1 has "authors", 1.0 has "author", and some write a bare name. */
  private FeedAuthor author(JsonNode node) {
    JsonNode listed = node.path("authors").path(0);
    JsonNode author = listed.isMissingNode() ? node.path("author") : listed;
    if (author.isString()) {
      return FeedPeople.written(author.asString());
    }
    String page = string(author, "url");
    boolean mail = page.regionMatches(true, 0, "mailto:", 0, 7);
    return new FeedAuthor(
        FeedMarkup.oneLine(string(author, "name")),
        mail ? page.substring(7) : string(author, "email"),
        mail ? "" : address(page));
  }

  private String address(String written) {
    return FeedMarkup.address(written, url);
  }

  /* Numbers where text belongs, as ids often are, count as their text. */
  private static String string(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
  }
}
