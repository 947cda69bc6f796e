package org.wordborne.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Post;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the lines that `query match` takes, without loading more than that needs.
final class QueryCommandPosts {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final String file;
  private final int number;

  private QueryCommandPosts(JsonParser parser, String file, int number) {
    this.parser = parser;
    this.file = file;
    this.number = number;
  }

  /// A query and the id under which it is answered.
  record Asked(String id, String query) {}

  private interface Read<T> {
    T from(QueryCommandPosts line);
  }

  static Asked query(String file, int number, String line) {
    return read(file, number, line, QueryCommandPosts::query);
  }

  static Post post(String file, int number, String line) {
    return read(file, number, line, QueryCommandPosts::post);
  }

  private static <T> T read(String file, int number, String line, Read<T> read) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw TextCommandLines.wrong(file, number, "a JSON object was expected");
      }
      return read.from(new QueryCommandPosts(parser, file, number));
    } catch (JacksonException e) {
      throw TextCommandLines.wrong(file, number, "no JSON object: " + e.getOriginalMessage());
    }
  }

  private Asked query() {
    @Nullable String id = null;
    @Nullable String query = null;
    while (nextProperty()) {
      switch (parser.currentName()) {
        case "id" -> id = string("id");
        case "query" -> query = string("query");
        default -> skip();
      }
    }
    return new Asked(required("id", id), required("query", query));
  }

  private Post post() {
    @Nullable String id = null;
    @Nullable String text = null;
    var post = Post.of("", "");
    while (nextProperty()) {
      switch (parser.currentName()) {
        case "id" -> id = string("id");
        case "text" -> text = string("text");
        case "channel" -> post = post.withChannel(string("channel"));
        case "url" -> post = post.withUrl(string("url"));
        case "title" -> post = post.withTitle(string("title"));
        case "author" -> post = post.withAuthor(author());
        case "published" -> post = post.withPublished(time(string("published")));
        case "language" -> post = post.withLanguage(string("language"));
        case "inReplyTo" -> post = post.withInReplyTo(string("inReplyTo"));
        case "repostOf" -> post = post.withRepostOf(string("repostOf"));
        case "engagement" -> post = post.withEngagement(engagement());
        case "links" -> post = post.withLinks(links());
        case "media" -> post = post.withMedia(media());
        default -> skip();
      }
    }
    return withId(post.withText(required("text", text)), required("id", id));
  }

  private static Post withId(Post post, String id) {
    return new Post(
        id,
        post.text(),
        post.channel(),
        post.url(),
        post.title(),
        post.author(),
        post.published(),
        post.language(),
        post.inReplyTo(),
        post.repostOf(),
        post.engagement(),
        post.links(),
        post.media());
  }

  private Post.Author author() {
    var id = "";
    var name = "";
    var url = "";
    long followers = 0;
    for (boolean inside = enters("author"); inside && nextProperty(); ) {
      switch (parser.currentName()) {
        case "id" -> id = string("author.id");
        case "name" -> name = string("author.name");
        case "url" -> url = string("author.url");
        case "followers" -> followers = number("author.followers");
        default -> skip();
      }
    }
    return new Post.Author(id, name, url, followers);
  }

  private Post.Engagement engagement() {
    long likes = 0;
    long reposts = 0;
    long replies = 0;
    long views = 0;
    for (boolean inside = enters("engagement"); inside && nextProperty(); ) {
      switch (parser.currentName()) {
        case "likes" -> likes = number("engagement.likes");
        case "reposts" -> reposts = number("engagement.reposts");
        case "replies" -> replies = number("engagement.replies");
        case "views" -> views = number("engagement.views");
        default -> skip();
      }
    }
    return new Post.Engagement(likes, reposts, replies, views);
  }

  private List<String> links() {
    var links = new ArrayList<String>();
    if (list("links")) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        links.add(text("links"));
      }
    }
    return links;
  }

  private List<Post.Media> media() {
    var media = new ArrayList<Post.Media>();
    if (list("media")) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        media.add(oneMedia());
      }
    }
    return media;
  }

  private Post.Media oneMedia() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("\"media\" must hold objects");
    }
    var kind = "";
    var url = "";
    var alt = "";
    while (nextProperty()) {
      switch (parser.currentName()) {
        case "kind" -> kind = string("media.kind");
        case "url" -> url = string("media.url");
        case "alt" -> alt = string("media.alt");
        default -> skip();
      }
    }
    return new Post.Media(kind, url, alt);
  }

  private boolean nextProperty() {
    return parser.nextToken() == JsonToken.PROPERTY_NAME;
  }

  /// Steps into an object; null counts as absent.
  private boolean enters(String name) {
    var token = parser.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return false;
    }
    if (token != JsonToken.START_OBJECT) {
      throw wrong("\"" + name + "\" must be an object");
    }
    return true;
  }

  private boolean list(String name) {
    var token = parser.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return false;
    }
    if (token != JsonToken.START_ARRAY) {
      throw wrong("\"" + name + "\" must be a list");
    }
    return true;
  }

  private String string(String name) {
    parser.nextToken();
    return text(name);
  }

  private String text(String name) {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
      case VALUE_NULL -> "";
      default -> throw wrong("\"" + name + "\" must be a string");
    };
  }

  private long number(String name) {
    return switch (parser.nextToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NULL -> 0;
      default -> throw wrong("\"" + name + "\" must be a whole number");
    };
  }

  private @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong("\"published\" must be a time such as 2026-01-31T12:00:00Z, not " + text);
    }
  }

  private void skip() {
    parser.nextToken();
    parser.skipChildren();
  }

  private String required(String name, @Nullable String value) {
    if (value == null || (name.equals("id") && value.isEmpty())) {
      throw wrong("\"" + name + "\" must be a string, and is missing");
    }
    return value;
  }

  private CommandException wrong(String reason) {
    return TextCommandLines.wrong(file, number, reason);
  }
}
