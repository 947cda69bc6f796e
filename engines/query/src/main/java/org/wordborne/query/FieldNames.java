package org.wordborne.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wordborne.query.QueryNode.CountField;
import org.wordborne.query.QueryNode.KeywordField;
import org.wordborne.query.QueryNode.Place;

/// The fields of the language, the values that some of them are limited to, and what a wrong name
/// may have meant.
final class FieldNames {
  static final Map<String, Place> PLACES = new LinkedHashMap<>();
  static final Map<String, KeywordField> KEYWORDS = new LinkedHashMap<>();
  static final Map<String, CountField> COUNTS = new LinkedHashMap<>();

  /// Names that are read in ways of their own.
  static final Set<String> OTHERS = Set.of("hashtag", "at", "raw", "published");

  /// Beginnings of addresses, which look like fields.
  static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto");

  private static final Map<String, String> OFTEN_MEANT =
      Map.ofEntries(
          Map.entry("language", "lang"),
          Map.entry("from", "author"),
          Map.entry("by", "author"),
          Map.entry("user", "author"),
          Map.entry("domain", "site"),
          Map.entry("host", "site"),
          Map.entry("date", "published"),
          Map.entry("time", "published"),
          Map.entry("since", "published"),
          Map.entry("mood", "sentiment"),
          Map.entry("tone", "sentiment"),
          Map.entry("intent", "is"),
          Map.entry("type", "is"),
          Map.entry("mention", "at"),
          Map.entry("to", "at"),
          Map.entry("exact", "raw"),
          Map.entry("case", "raw"),
          Map.entry("intitle", "title"),
          Map.entry("inurl", "url"),
          Map.entry("retweets", "reposts"),
          Map.entry("shares", "reposts"),
          Map.entry("network", "channel"));

  private static final Map<KeywordField, Set<String>> VALUES =
      Map.of(
          KeywordField.IS,
          Set.of(
              "question",
              "request",
              "complaint",
              "praise",
              "desire",
              "purchase",
              "leaving",
              "reply",
              "repost",
              "original"),
          KeywordField.SENTIMENT,
          Set.of("positive", "negative", "neutral", "mixed", "unsure"),
          KeywordField.HAS,
          Set.of("image", "video", "audio", "link", "location"));

  static {
    for (var place : Place.values()) {
      if (place != Place.TEXT) {
        PLACES.put(place.field(), place);
      }
    }
    for (var keyword : KeywordField.values()) {
      KEYWORDS.put(keyword.field(), keyword);
    }
    for (var count : CountField.values()) {
      COUNTS.put(count.field(), count);
    }
  }

  private FieldNames() {}

  static boolean isKnown(String name) {
    return PLACES.containsKey(name)
        || KEYWORDS.containsKey(name)
        || COUNTS.containsKey(name)
        || OTHERS.contains(name);
  }

  /// Returns the values that a field is limited to; empty where it takes any.
  static Set<String> values(KeywordField field) {
    return VALUES.getOrDefault(field, Set.of());
  }

  /// Returns a sentence on what an unknown name may have meant.
  static String hint(String name) {
    var meant = OFTEN_MEANT.get(name);
    if (meant == null) {
      meant = nearest(name, all());
    }
    return meant.isEmpty()
        ? "Put it in quotes if you mean the words: \"" + name + ": …\"."
        : "Did you mean " + meant + ":?";
  }

  /// Returns the candidate fewest edits away, or `""` where none is near.
  static String nearest(String name, Iterable<String> candidates) {
    var nearest = "";
    int fewest = Math.max(1, Math.min(3, name.length() / 2)) + 1;
    for (var candidate : candidates) {
      int edits = EditDistance.of(name, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static List<String> all() {
    var names = new ArrayList<String>();
    names.addAll(PLACES.keySet());
    names.addAll(KEYWORDS.keySet());
    names.addAll(COUNTS.keySet());
    names.addAll(OTHERS);
    names.sort(null);
    return names;
  }
}
