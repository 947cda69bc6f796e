package org.wordborne.wire;

/// Makes HTML from others harmless: what comes out can be put into a page.
public final class HtmlSanitizer {
  private HtmlSanitizer() {}

  /// The harmless part of `html`; relative links are resolved against `base` ("" for none).
  public static String harmless(String html, String base) {
    throw new UnsupportedOperationException();
  }
}
