package org.wordborne.server.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Post;
import org.wordborne.server.mention.Incoming;
import org.wordborne.wire.HtmlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads posts of the import format: one JSON object a line.
final class PostLines {
  private static final int LONGEST_ID = 1_000;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  private PostLines() {}

  /// A line that is no post, and why.
  static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    BadLineException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads one line.
  static Incoming.Spoken read(byte[] line) throws BadLineException {
    try {
      return read(JSON.readTree(line));
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where = at == null ? "" : " at column " + at.getColumnNr();
      throw new BadLineException("no JSON" + where + ": " + plain(e.getOriginalMessage()));
    }
  }

  /// Reads one object.
  static Incoming.Spoken read(JsonNode node) throws BadLineException {
    if (!node.isObject()) {
      throw new BadLineException("a post must be a JSON object");
    }
    String id = string(node, "id");
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new BadLineException("'id' must be a text of 1 to 1000 characters");
    }
    String html = string(node, "html");
    String text = string(node, "text");
    text = text.isEmpty() && !html.isEmpty() ? HtmlText.plain(html) : text;
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new BadLineException("'text' must be a text of 1 to 1000000 characters");
    }
    var post =
        Post.of(id, text)
            .withChannel(string(node, "channel"))
            .withUrl(string(node, "url"))
            .withTitle(string(node, "title"))
            .withAuthor(author(node.path("author")))
            .withPublished(time(string(node, "published")))
            .withLanguage(string(node, "language"))
            .withInReplyTo(string(node, "inReplyTo"))
            .withRepostOf(string(node, "repostOf"))
            .withEngagement(engagement(node.path("engagement")))
            .withLinks(links(node.path("links")))
            .withMedia(media(node.path("media")));
    String place = string(node, "origin");
    if (place.length() > LONGEST_ID) {
      throw new BadLineException("'origin' must be a text of at most 1000 characters");
    }
    return new Incoming.Spoken(post, html, string(node, "threadRoot"), place);
  }

  private static Post.Author author(JsonNode author) {
    if (author.isString()) {
      return new Post.Author(author.asString(), author.asString(), "", 0);
    }
    String id = string(author, "id");
    String name = string(author, "name");
    return new Post.Author(
        id.isEmpty() ? name : id,
        name.isEmpty() ? id : name,
        string(author, "url"),
        count(author, "followers"));
  }

  private static Post.Engagement engagement(JsonNode counts) {
    return new Post.Engagement(
        count(counts, "likes"),
        count(counts, "reposts"),
        count(counts, "replies"),
        count(counts, "views"));
  }

  private static List<String> links(JsonNode links) {
    var all = new ArrayList<String>();
    for (JsonNode link : links) {
      if (link.isString()) {
        all.add(link.asString());
      }
    }
    return all;
  }

  private static List<Post.Media> media(JsonNode media) {
    var all = new ArrayList<Post.Media>();
    for (JsonNode one : media) {
      String url = one.isString() ? one.asString() : string(one, "url");
      if (!url.isEmpty()) {
        String kind = string(one, "kind");
        all.add(new Post.Media(kind.isEmpty() ? "file" : kind, url, string(one, "alt")));
      }
    }
    return all;
  }

  private static @Nullable Instant time(String text) throws BadLineException {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadLineException("'published' must be a time as in 2026-11-22T09:30:00Z");
    }
  }

  private static long count(JsonNode node, String name) {
    return Math.max(0, node.path(name).asLong(0));
  }

  private static String string(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  /// The first sentence, without the parser's own hints.
  private static String plain(String message) {
    return message.lines().findFirst().orElse("").replaceFirst(" \\(.*", "");
  }
}
