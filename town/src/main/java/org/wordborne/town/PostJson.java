package org.wordborne.town;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words as JSON, written by hand: a million lines must not take a minute.
final class PostJson {

  private PostJson() {}

  /// The import format, in one line.
  ///
  /// @param withSource whether the line names its channel and source, as a history does
  static String post(Word word, Addresses addresses, boolean withSource) {
    var json = new StringBuilder(420).append('{');
    field(json, "id", addresses.id(word));
    if (withSource) {
      field(json, "channel", word.place.kind);
      field(json, "source", word.place.title);
    }
    field(json, "url", addresses.url(word));
    String title = word.place.isBlog() ? Pages.heading(word) : word.title;
    if (!title.isEmpty()) {
      field(json, "title", title);
    }
    if (word.place.isBlog()) {
      field(json, "language", word.place.language);
    }
    field(json, "text", word.text());
    json.append("\"author\":{");
    field(json, "id", addresses.authorId(word));
    field(json, "name", word.authorName);
    field(json, "url", addresses.author(word));
    json.append("\"followers\":").append(word.followers).append("},");
    field(json, "published", time(word.at));
    var parent = word.parent;
    if (parent != null) {
      field(json, "inReplyTo", addresses.id(parent));
    }
    var repost = word.repostOf;
    if (repost != null) {
      field(json, "repostOf", addresses.id(repost));
    }
    long spread = Math.floorMod(word.number * 2654435761L, 97L);
    json.append("\"engagement\":{\"likes\":").append(spread * (word.followers + 4) / 900);
    json.append(",\"reposts\":").append(spread > 90 ? spread - 90 : 0);
    json.append(",\"replies\":0,\"views\":").append(word.followers + spread);
    return json.append("}}").toString();
  }

  /// One line of the books.
  static String book(Word word, Addresses addresses, int answers) {
    var json = new StringBuilder(300).append('{');
    field(json, "id", addresses.id(word));
    field(json, "place", word.place.title);
    field(json, "author", word.authorId);
    field(json, "published", time(word.at));
    field(json, "theme", word.theme.stem());
    field(json, "cafe", word.theme.namesCafe() ? cafe(word.cafe) : "");
    field(json, "sentiment", word.truth.sentiment());
    json.append("\"intents\":").append(strings(word.truth.intents())).append(',');
    json.append("\"spam\":").append(word.truth.spam());
    json.append(",\"sarcasm\":").append(word.truth.sarcasm()).append(',');
    field(json, "language", word.language);
    field(json, "incident", word.theme.incident());
    var parent = word.parent;
    if (parent != null) {
      field(json, "inReplyTo", addresses.id(parent));
    }
    var told = word.toldBy;
    if (told != null) {
      field(json, "toldBy", addresses.id(told));
      field(json, "toldByAuthor", told.authorId);
    }
    field(json, "text", word.text());
    return json.append("\"gone\":")
        .append(word.gone())
        .append(",\"answers\":")
        .append(answers)
        .append('}')
        .toString();
  }

  private static String cafe(int cafe) {
    return switch (cafe) {
      case 0 -> "Lantern";
      case 1 -> "Blue Cup";
      default -> "Mill Lane Coffee";
    };
  }

  static String strings(Set<String> values) {
    var json = new StringBuilder("[");
    for (String value : values) {
      if (json.length() > 1) {
        json.append(',');
      }
      quote(json, value);
    }
    return json.append(']').toString();
  }

  /// An object of strings.
  static String object(Map<String, String> fields) {
    var json = new StringBuilder("{");
    fields.forEach((name, value) -> field(json, name, value));
    if (json.length() > 1) {
      json.setLength(json.length() - 1);
    }
    return json.append('}').toString();
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static void field(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":");
    quote(json, value);
    json.append(',');
  }

  static void quote(StringBuilder json, String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append(c == '\n' ? "\\n" : String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  static String quoted(@Nullable String value) {
    var json = new StringBuilder();
    quote(json, value == null ? "" : value);
    return json.toString();
  }

  /// Where words live: their ids and addresses as the places give them out.
  interface Addresses {
    /// The address of a place's front page, with a slash at its end.
    String home(Institution place);

    default String id(Word word) {
      if (!word.place.isSite()) {
        return word.id();
      }
      return (word.parent == null ? "post:" : "comment:") + word.number;
    }

    default String url(Word word) {
      String thread = home(word.place) + "t/" + word.root().number;
      if (word.parent == null) {
        return thread;
      }
      return thread + (word.place.isSite() ? "#comment-" : "#p") + word.number;
    }

    /// The author's id as a listener of that kind of place will know it: sites and feeds give
    /// only names.
    default String authorId(Word word) {
      if (word.place.isBlog()) {
        return word.authorName.toLowerCase(Locale.ROOT);
      }
      if (!word.place.isSite()) {
        return word.authorId;
      }
      String guest = "guest:" + word.authorName.toLowerCase(Locale.ROOT) + "|" + author(word);
      boolean writer = word.parent == null || word.authorId.equals(word.place.writer);
      return writer ? "user:1" : word.author == -2 ? "user:2" : guest;
    }

    default String author(Word word) {
      return home(word.place) + "u/" + word.authorId;
    }
  }
}
