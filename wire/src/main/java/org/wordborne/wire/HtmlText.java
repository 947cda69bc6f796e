package org.wordborne.wire;

/// The words of a piece of HTML, without its tags.
public final class HtmlText {
  private HtmlText() {}

  /// Plain text with line breaks where a reader would see them.
  public static String plain(String html) {
    throw new UnsupportedOperationException();
  }

  /// Plain text on one line.
  public static String line(String html) {
    return plain(html).replaceAll("\\s+", " ").strip();
  }
}
