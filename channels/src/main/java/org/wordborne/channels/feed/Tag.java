package org.wordborne.channels.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * One element of a document. Names are lower-case; `space` is our short word for the namespace
 * ("" for the feed's own vocabulary, "?" for one that we do not know), `children` are tags and
 * strings in order. `base` and `language` are already inherited.
 */
final class Tag {
  final String prefix;
  final String name;
  final String space;
  final boolean isAtom;
  private final String key;
  private @Nullable Map<String, List<Tag>> byKey;
  final Map<String, String> attributes;
  final Map<String, String> scope;
  final String base;
  final String language;
  final List<Object> children = new ArrayList<>();

  Tag(
      String prefix,
      String name,
      Map<String, String> attributes,
      Map<String, String> scope,
      String base,
      String language) {
    this.prefix = prefix;
    this.name = name;
    this.attributes = attributes;
    this.scope = scope;
    this.base = base;
    this.language = language;
    String uri = scope.getOrDefault(prefix, "");
    String word = Namespaces.word(prefix, uri);
    this.isAtom = word.equals("atom");
    this.space = isAtom ? "" : word;
    this.key = space.isEmpty() ? name : space + ":" + name;
  }

  static Tag document(String base) {
    return new Tag("", "#document", new LinkedHashMap<>(), Map.of(), base, "");
  }

  String key() {
    return key;
  }

  boolean is(String key) {
    return this.key.equals(key);
  }

  String attribute(String wanted) {
    String exact = attributes.get(wanted);
    if (exact != null) {
      return exact.strip();
    }
    for (var attribute : attributes.entrySet()) {
      if (attribute.getKey().endsWith(":" + wanted)) {
        return attribute.getValue().strip();
      }
    }
    return "";
  }

  boolean has(String wanted) {
    return attributes.containsKey(wanted);
  }

  List<Tag> tags() {
    var tags = new ArrayList<Tag>();
    for (Object child : children) {
      if (child instanceof Tag tag) {
        tags.add(tag);
      }
    }
    return tags;
  }

  @Nullable Tag first(String... keys) {
    for (String key : keys) {
      List<Tag> found = named(key);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    return null;
  }

  List<Tag> all(String key) {
    return named(key);
  }

  /* Every child of these names, in the order of the document. */
  List<Tag> all(String first, String second) {
    var found = new ArrayList<Tag>();
    for (Tag tag : tags()) {
      if (tag.is(first) || tag.is(second)) {
        found.add(tag);
      }
    }
    return found;
  }

  /* Children are asked for by name dozens of times, so they are sorted once; a tag is complete
   * by then. */
  private List<Tag> named(String wanted) {
    Map<String, List<Tag>> sorted = byKey;
    if (sorted == null) {
      sorted = new HashMap<>();
      for (Tag tag : tags()) {
        sorted.computeIfAbsent(tag.key, _ -> new ArrayList<>(1)).add(tag);
      }
      byKey = sorted;
    }
    return sorted.getOrDefault(wanted, List.of());
  }

  /* The text of the first such child that has any. */
  String textOf(String... keys) {
    for (String key : keys) {
      for (Tag tag : all(key)) {
        String text = tag.text();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /* All text in it, tags left out. */
  String text() {
    var out = new StringBuilder();
    gather(out);
    return out.toString().strip();
  }

  private void gather(StringBuilder out) {
    for (Object child : children) {
      if (child instanceof Tag tag) {
        tag.gather(out);
      } else {
        out.append(child);
      }
    }
  }
}
