package org.wordborne.channels.feed;

import java.util.ArrayList;
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
  }

  static Tag document(String base) {
    return new Tag("", "#document", new LinkedHashMap<>(), Map.of(), base, "");
  }

  String key() {
    return space.isEmpty() ? name : space + ":" + name;
  }

  boolean is(String key) {
    return key().equals(key);
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
      for (Object child : children) {
        if (child instanceof Tag tag && tag.is(key)) {
          return tag;
        }
      }
    }
    return null;
  }

  List<Tag> all(String... keys) {
    var found = new ArrayList<Tag>();
    for (Tag tag : tags()) {
      if (List.of(keys).contains(tag.key())) {
        found.add(tag);
      }
    }
    return found;
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
