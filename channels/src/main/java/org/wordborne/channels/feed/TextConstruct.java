package org.wordborne.channels.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/*
 * A piece of text with its type, as Atom 1.0 (type text, html, xhtml or a media type), Atom 0.3
 * (media type and mode xml, escaped or base64) and RSS (HTML, unsaid) carry it.
 */
record TextConstruct(String text, boolean isHtml, boolean isExact) {
  private static final int LONGEST_TITLE = 10_000;
  private static final TextConstruct NONE = new TextConstruct("", false, true);

  static TextConstruct of(Tag tag) {
    String type = tag.attribute("type").toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
    String mode = tag.attribute("mode").toLowerCase(Locale.ROOT);
    if (mode.equals("base64") || isEncodedMedia(tag, type)) {
      return decoded(tag, type);
    }
    boolean hasTags = !tag.tags().isEmpty();
    boolean xhtml = type.equals("xhtml") || type.contains("xhtml") || type.endsWith("xml");
    if (hasTags) {
      Tag div = tag.first("div", "xhtml:div");
      boolean wrapped = div != null && tag.tags().size() == 1 && (xhtml || tag.isAtom);
      Tag inside = wrapped && div != null ? div : tag;
      return new TextConstruct(FeedMarkup.inner(inside), true, true);
    }
    String text = tag.text();
    if (mode.equals("xml")) {
      boolean plain = type.isEmpty() || type.startsWith("text/plain");
      return new TextConstruct(text, !plain && FeedMarkup.looksLikeHtml(text), true);
    }
    return typed(text, type, tag.isAtom);
  }

  private static TextConstruct typed(String text, String type, boolean atom) {
    return switch (type) {
      case "text", "text/plain", "plain" -> new TextConstruct(text, false, true);
      case "html", "text/html", "application/xhtml+xml", "xhtml", "text/x-html" ->
          new TextConstruct(text, true, true);
      default -> {
        boolean html = !atom || FeedMarkup.looksLikeHtml(text);
        yield new TextConstruct(text, html, false);
      }
    };
  }

  /* Atom 1.0: a media type that is neither text nor XML means base64. */
  private static boolean isEncodedMedia(Tag tag, String type) {
    return tag.isAtom
        && tag.name.equals("content")
        && !tag.has("mode")
        && !tag.has("src")
        && type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && tag.tags().isEmpty();
  }

  private static TextConstruct decoded(Tag tag, String type) {
    String packed = tag.text().replaceAll("\\s+", "");
    try {
      String text = new String(Base64.getMimeDecoder().decode(packed), StandardCharsets.UTF_8);
      if (type.matches("(image|audio|video|font)/.*") || text.indexOf('\u0000') >= 0) {
        return NONE;
      }
      boolean html = type.contains("html") || FeedMarkup.looksLikeHtml(text);
      return new TextConstruct(text.strip(), html, true);
    } catch (IllegalArgumentException noBase64) {
      return typed(tag.text(), "", false);
    }
  }

  boolean isEmpty() {
    return text.isBlank();
  }

  /* As HTML, hostile until sanitised. */
  String html() {
    return isHtml ? text : FeedMarkup.escape(text);
  }

  /* As a title: plain text. Text that says it is plain is not second-guessed. */
  String plain() {
    if (text.length() > LONGEST_TITLE) {
      return new TextConstruct(text.substring(0, LONGEST_TITLE), isHtml, isExact).plain();
    }
    if (!isHtml && isExact) {
      return FeedMarkup.oneLine(text);
    }
    if (isHtml && isExact) {
      return FeedMarkup.plainTitle(org.wordborne.wire.HtmlText.line(text));
    }
    return FeedMarkup.plainTitle(text);
  }
}
