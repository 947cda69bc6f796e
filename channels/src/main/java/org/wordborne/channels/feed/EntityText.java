package org.wordborne.channels.feed;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/*
 * Turns references in XML text into characters: the five of XML, every name of HTML (feeds use
 * them undeclared), numbers (those of windows-1252 too), and what a DOCTYPE declares as plain
 * text. Declared text is never looked at for further references, and all of it together may not
 * exceed a budget: an entity bomb stays a dud. Nothing external is ever fetched.
 */
final class EntityText {
  private static final int MOST_DECLARED = 200;
  private static final int LONGEST_DECLARED = 1000;
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private final Map<String, String> declared = new HashMap<>();
  private int budget = 100_000;

  void declare(String name, String value) {
    if (declared.size() < MOST_DECLARED && value.length() <= LONGEST_DECLARED) {
      declared.putIfAbsent(name, new EntityText().decode(value));
    }
  }

  String decode(String text) {
    int mark = text.indexOf('&');
    if (mark < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int done = 0;
    while (mark >= 0) {
      int end = end(text, mark + 1);
      String made = end < 0 ? null : reference(text.substring(mark + 1, end));
      if (made != null) {
        out.append(text, done, mark).append(made);
        done = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
      }
      mark = text.indexOf('&', Math.max(mark + 1, done));
    }
    return out.append(text, done, text.length()).toString();
  }

  /* Where the name ends: at its semicolon, or for a number at the first sign that is no digit. */
  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 40) {
      char c = text.charAt(at);
      boolean part = c < 128 ? Character.isLetterOrDigit(c) : Character.isLetter(c);
      if (!part && !(c == '#' && at == from) && c != '_' && c != '-' && c != '.') {
        break;
      }
      at++;
    }
    boolean closed = at < text.length() && text.charAt(at) == ';';
    boolean number = from < text.length() && text.charAt(from) == '#';
    return at > from && (closed || number) ? at : -1;
  }

  private @Nullable String reference(String name) {
    if (name.startsWith("#")) {
      return number(name.substring(1));
    }
    String own = declared.get(name);
    if (own != null) {
      budget -= own.length();
      return budget >= 0 ? own : "";
    }
    String html = name.equals("apos") ? "'" : Entities.getByName(name);
    return html.isEmpty() ? null : html;
  }

  private static @Nullable String number(String digits) {
    boolean hex = digits.startsWith("x") || digits.startsWith("X");
    int c = value(hex ? digits.substring(1) : digits, hex ? 16 : 10);
    if (c < 0) {
      return null;
    }
    if (c >= 0x80 && c <= 0x9F) {
      return WINDOWS_1252.substring(c - 0x80, c - 0x7F);
    }
    boolean character = Character.isValidCodePoint(c) && (c < 0xD800 || c > 0xDFFF) && c > 0;
    return character ? Character.toString(c) : "\uFFFD";
  }

  /* -1 if these are no digits; without an exception, of which a hostile text would make millions. */
  private static int value(String digits, int radix) {
    int value = digits.isEmpty() || digits.length() > 8 ? -1 : 0;
    for (int i = 0; i < digits.length() && value >= 0; i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      value = digit < 0 ? -1 : Math.min(value * radix + digit, 0x110000);
    }
    return value;
  }
}
