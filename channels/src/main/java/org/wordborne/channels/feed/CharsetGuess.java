package org.wordborne.channels.feed;

/*
 * A guess for bytes that nobody labelled and that are no UTF-8: Cyrillic if most letters are high
 * bytes, else western. In windows-1251 small letters are 0xE0-0xFF, in KOI8-R they are 0xC0-0xDF,
 * and text has far more small letters than capitals.
 */
final class CharsetGuess {
  private CharsetGuess() {}

  static String of(byte[] bytes) {
    int plain = 0;
    int lower = 0;
    int upper = 0;
    boolean inTag = false;
    for (byte b : bytes) {
      int c = b & 0xFF;
      inTag = c == '<' || (inTag && c != '>');
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      plain += letter && !inTag ? 1 : 0;
      lower += c >= 0xE0 ? 1 : 0;
      upper += c >= 0xC0 && c < 0xE0 ? 1 : 0;
    }
    if (lower + upper <= plain || lower + upper < 8) {
      return "windows-1252";
    }
    return upper > lower ? "KOI8-R" : "windows-1251";
  }
}
