package org.wordborne.wire;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The words of a piece of HTML, without its tags.
///
/// The result is plain text: it may hold `<` and must be escaped like any other text.
public final class HtmlText {
  private static final Set<String> SILENT =
      Set.of(
          "script", "style", "template", "noscript", "iframe", "object", "svg", "head", "select");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "blockquote",
          "pre",
          "figure",
          "section",
          "article",
          "hr");
  private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "figcaption", "caption");

  private HtmlText() {}

  /// Plain text with line breaks where a reader would see them, and a blank line between
  /// paragraphs.
  public static String plain(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html.replaceAll("[ \\t\\x0B\\f\\r\\n]+", " ").strip();
    }
    var writer = new Writer();
    Jsoup.parseBodyFragment(html).body().filter(writer);
    return writer.text();
  }

  /// Plain text on one line.
  public static String line(String html) {
    return plain(html).replaceAll("\\s+", " ").strip();
  }

  private static final class Writer implements NodeFilter {
    private final StringBuilder out = new StringBuilder();
    private int breaks;
    private boolean blank;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        write(text);
      } else if (node instanceof Element element) {
        return element(element);
      }
      return FilterResult.CONTINUE;
    }

    private FilterResult element(Element element) {
      String name = element.normalName();
      if (SILENT.contains(name)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      switch (name) {
        case "br" -> breaks = Math.min(2, breaks + 1);
        case "img" -> picture(element);
        case "td", "th" -> blank = true;
        default -> around(name);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        around(element.normalName());
      }
      return FilterResult.CONTINUE;
    }

    private void around(String name) {
      if (PARAGRAPHS.contains(name)) {
        breaks = 2;
      } else if (LINES.contains(name)) {
        breaks = Math.max(breaks, 1);
      }
    }

    /* Blogs send emoji as pictures: the alternative text is the character that was typed. */
    private void picture(Element image) {
      String kind = image.className();
      if (kind.contains("emoji") || kind.contains("smiley")) {
        put(image.attr("alt"));
      }
    }

    private void write(TextNode text) {
      boolean kept = text.parent() instanceof Element parent && parent.closest("pre") != null;
      if (kept) {
        put(text.getWholeText());
        return;
      }
      String words = text.getWholeText().replaceAll("[ \\t\\x0B\\f\\r\\n]+", " ");
      blank |= words.startsWith(" ");
      put(words.strip());
      blank |= words.endsWith(" ") && !words.isBlank() || words.equals(" ");
    }

    private void put(String words) {
      if (words.isEmpty()) {
        return;
      }
      if (!out.isEmpty() && breaks > 0) {
        out.append("\n".repeat(breaks));
      } else if (!out.isEmpty() && blank) {
        out.append(' ');
      }
      breaks = 0;
      blank = false;
      out.append(words);
    }

    String text() {
      return out.toString().replace('\u00A0', ' ').strip();
    }
  }
}
