package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.feed.FeedEntry.Enclosure;
import org.wordborne.wire.HtmlSanitizer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed as the JSON that `feed parse` prints: HTML sanitised, times in UTC, absent values null.
public final class FeedJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FeedJson() {}

  /// The feed as one JSON object.
  public static String write(Feed feed) {
    ObjectNode root = JSON.createObjectNode();
    root.set("feed", head(feed));
    ArrayNode entries = root.putArray("entries");
    for (FeedEntry entry : feed.entries()) {
      entries.add(entry(entry));
    }
    return root.toString();
  }

  private static ObjectNode head(Feed feed) {
    ObjectNode head = JSON.createObjectNode();
    put(head, "format", feed.format());
    put(head, "id", feed.id());
    put(head, "title", feed.title());
    put(head, "description", feed.description());
    put(head, "url", feed.link());
    put(head, "feedUrl", feed.self());
    put(head, "language", feed.language());
    time(head, "updated", feed.updated());
    head.set("author", author(feed.author()));
    put(head, "image", feed.image());
    put(head, "hub", feed.hub());
    put(head, "generator", feed.generator());
    put(head, "rights", feed.rights());
    ArrayNode warnings = head.putArray("warnings");
    feed.warnings().forEach(warnings::add);
    return head;
  }

  private static ObjectNode entry(FeedEntry entry) {
    ObjectNode made = JSON.createObjectNode();
    put(made, "id", entry.id());
    put(made, "url", entry.url());
    put(made, "title", entry.title());
    made.set("author", author(entry.author()));
    time(made, "published", entry.published());
    time(made, "updated", entry.updated());
    put(made, "summary", HtmlSanitizer.withPictures(entry.summary(), entry.base()));
    put(made, "content", HtmlSanitizer.withPictures(entry.content(), entry.base()));
    put(made, "language", entry.language());
    strings(made.putArray("categories"), entry.categories());
    enclosures(made.putArray("enclosures"), entry.enclosures());
    put(made, "inReplyTo", entry.inReplyTo());
    put(made, "comments", entry.comments());
    put(made, "commentsFeed", entry.commentsFeed());
    return made;
  }

  private static ObjectNode author(FeedAuthor author) {
    ObjectNode made = JSON.createObjectNode();
    put(made, "name", author.name());
    put(made, "email", author.email());
    put(made, "url", author.url());
    return made;
  }

  private static void strings(ArrayNode into, List<String> values) {
    values.forEach(into::add);
  }

  private static void enclosures(ArrayNode into, List<Enclosure> values) {
    for (Enclosure value : values) {
      ObjectNode made = into.addObject();
      put(made, "url", value.url());
      put(made, "type", value.type());
      made.put("length", value.length());
    }
  }

  private static void time(ObjectNode into, String name, @Nullable Instant at) {
    put(into, name, at == null ? "" : at.toString());
  }

  private static void put(ObjectNode into, String name, String value) {
    if (value.isEmpty()) {
      into.putNull(name);
    } else {
      into.put(name, value);
    }
  }
}
