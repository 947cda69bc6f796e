package org.wordborne.channels.feed;

import java.util.Locale;
import java.util.Map;

/* The attributes of one start tag: quoted either way, unquoted, without value, or cut short. */
final class AttributeReader {
  private final String text;
  private final EntityText entities;
  private final int lastClose;
  private int at;

  AttributeReader(String text, int at, EntityText entities, int lastClose) {
    this.text = text;
    this.at = at;
    this.entities = entities;
    this.lastClose = lastClose;
  }

  /* Where the tag ended. */
  int end() {
    return at;
  }

  /* Fills `into`; the first of a repeated name counts. Whether the tag closes itself. */
  boolean read(Map<String, String> into) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return false;
      }
      if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
        at += 2;
        return true;
      }
      if (c == '<') {
        return false; // The tag was never closed; the next one begins here.
      }
      if (MarkupReader.isNameStart(c)) {
        one(into);
      } else {
        at++;
      }
    }
    return false;
  }

  private void one(Map<String, String> into) {
    int from = at;
    while (at < text.length() && MarkupReader.isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at).toLowerCase(Locale.ROOT);
    skipBlanks();
    String value = "";
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      skipBlanks();
      value = value();
    }
    into.putIfAbsent(name, entities.decode(value));
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String value() {
    char quote = at < text.length() ? text.charAt(at) : '>';
    if (quote == '"' || quote == '\'') {
      int end = at < lastClose ? text.indexOf(quote, at + 1) : -1;
      if (end >= 0 && end < lastClose) {
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
      }
      at++;
    }
    int from = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '>' || (c == '/' && text.startsWith("/>", at))) {
        break;
      }
      at++;
    }
    return text.substring(from, at);
  }
}
