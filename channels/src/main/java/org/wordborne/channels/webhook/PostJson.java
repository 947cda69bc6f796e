package org.wordborne.channels.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.Attachment;
import org.wordborne.channels.ChannelAuthor;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.Metrics;
import org.wordborne.wire.HtmlText;
import tools.jackson.databind.JsonNode;

/* One post of the import format as JSON. Only id and text are required. */
final class PostJson {
  private static final int LONGEST_ID = 1000;
  private static final int LONGEST_TEXT = 1_000_000;

  private PostJson() {}

  /* Why the node is no post; "" if it is one. */
  static String problem(JsonNode node) {
    if (!node.isObject()) {
      return "a post must be an object";
    }
    String id = string(node, "id");
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      return "'id' must be a text of 1 to 1000 characters";
    }
    if (text(node).isEmpty() || text(node).length() > LONGEST_TEXT) {
      return "'text' must be a text of 1 to 1000000 characters";
    }
    String published = string(node, "published");
    if (!published.isEmpty() && time(published) == null) {
      return "'published' must be a time as in 2026-11-22T09:30:00Z";
    }
    return "";
  }

  static ChannelPost read(JsonNode node) {
    JsonNode author = node.path("author");
    JsonNode counts = node.path("engagement");
    String name = author.isString() ? author.asString() : string(author, "name");
    String id = string(author, "id");
    return new ChannelPost(
        string(node, "id"),
        string(node, "url"),
        string(node, "title"),
        text(node),
        string(node, "html"),
        new ChannelAuthor(
            id.isEmpty() ? name : id,
            name.isEmpty() ? id : name,
            string(author, "url"),
            count(author, "followers")),
        time(string(node, "published")),
        time(string(node, "updated")),
        string(node, "language"),
        string(node, "inReplyTo"),
        string(node, "threadRoot"),
        string(node, "repostOf"),
        new Metrics(
            count(counts, "likes"),
            count(counts, "reposts"),
            count(counts, "replies"),
            count(counts, "views")),
        links(node),
        media(node));
  }

  private static String text(JsonNode node) {
    String text = string(node, "text");
    return text.isEmpty() ? HtmlText.plain(string(node, "html")) : text;
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static List<String> links(JsonNode node) {
    var links = new ArrayList<String>();
    for (JsonNode link : node.path("links")) {
      if (link.isString()) {
        links.add(link.asString());
      }
    }
    return links;
  }

  private static List<Attachment> media(JsonNode node) {
    var media = new ArrayList<Attachment>();
    for (JsonNode one : node.path("media")) {
      String url = one.isString() ? one.asString() : string(one, "url");
      if (!url.isEmpty()) {
        String kind = string(one, "kind");
        media.add(new Attachment(kind.isEmpty() ? "file" : kind, url, string(one, "alt")));
      }
    }
    return media;
  }

  private static long count(JsonNode node, String name) {
    return Math.max(0, node.path(name).asLong(0));
  }

  static String string(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
  }
}
