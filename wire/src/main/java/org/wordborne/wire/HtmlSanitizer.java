package org.wordborne.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/// Makes HTML from others harmless: what comes out can be put into a page.
///
/// ```java
/// HtmlSanitizer.harmless("<p onclick=x()>Hi <img src=y alt='a cat'>", "");  // <p>Hi a cat</p>
/// ```
///
/// What is left is text with simple structure. Links lead to http, https or mailto only and carry
/// `rel="noopener noreferrer nofollow ugc"`; relative ones are made absolute. Pictures become
/// their alternative text, because a remote picture tells its owner who reads. Nothing in the
/// result makes a browser fetch or run anything.
///
/// Law: `harmless(harmless(x)) = harmless(x)`. The work is done by the OWASP Java HTML Sanitizer.
public final class HtmlSanitizer {
  private static final String[] ELEMENTS = {
    "a",
    "abbr",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "strike",
    "del",
    "ins",
    "mark",
    "small",
    "big",
    "sub",
    "sup",
    "code",
    "pre",
    "kbd",
    "samp",
    "tt",
    "var",
    "q",
    "blockquote",
    "cite",
    "dfn",
    "p",
    "br",
    "hr",
    "div",
    "span",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "figure",
    "figcaption",
    "time",
    "address",
    "article",
    "section",
    "aside",
    "header",
    "footer"
  };

  private static final PolicyFactory POLICY =
      common().requireRelsOnLinks("noopener", "noreferrer", "nofollow", "ugc").toFactory();

  private static final PolicyFactory WITH_PICTURES =
      common()
          .allowElements("img")
          .allowAttributes("src", "alt", "title")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(java.util.regex.Pattern.compile("[0-9]{1,5}%?"))
          .onElements("img")
          .toFactory();

  private static HtmlPolicyBuilder common() {
    return new HtmlPolicyBuilder()
        .allowElements(ELEMENTS)
        .allowWithoutAttributes("a", "span")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("title")
        .onElements("a", "abbr", "dfn")
        .allowAttributes("lang", "dir")
        .matching(java.util.regex.Pattern.compile("[A-Za-z0-9-]{1,35}"))
        .globally()
        .allowAttributes("colspan", "rowspan", "start")
        .matching(java.util.regex.Pattern.compile("[0-9]{1,4}"))
        .onElements("td", "th", "ol");
  }

  private HtmlSanitizer() {}

  /// The harmless part of `html`; relative links are resolved against `base` ("" for none).
  public static String harmless(String html, String base) {
    return sanitized(html, base, false);
  }

  /// The harmless part of `html` as data to hand on: pictures stay, with absolute addresses, and
  /// links stay as they were written. Nothing in it runs, but a browser that shows it fetches the
  /// pictures: a page shows [#harmless].
  public static String withPictures(String html, String base) {
    return sanitized(html, base, true);
  }

  private static String sanitized(String html, String base, boolean pictures) {
    WebAddress start = base.isEmpty() ? null : WebAddress.parse(base);
    var out = new StringBuilder(html.length());
    var renderer = HtmlStreamRenderer.create(out, problem -> {});
    var policy = pictures ? WITH_PICTURES : POLICY;
    org.owasp.html.HtmlSanitizer.sanitize(
        html, policy.apply(renderer), sink -> new Absolute(sink, start, pictures));
    return plainSigns(out.toString());
  }

  /* The renderer writes these signs as numbers although they mean nothing between tags or quotes. */
  private static String plainSigns(String html) {
    return html.indexOf("&#") < 0
        ? html
        : html.replace("&#61;", "=").replace("&#64;", "@").replace("&#43;", "+");
  }

  /* Before the policy sees them: links become absolute, pictures become words, or absolute too. */
  private static final class Absolute implements HtmlStreamEventReceiver {
    /* Names and values in turn; more of them in one tag are of nobody who writes to be read. */
    private static final int MOST_ATTRIBUTES = 2 * 64;
    private final HtmlStreamEventReceiver sink;
    private final @Nullable WebAddress base;
    private final boolean pictures;

    Absolute(HtmlStreamEventReceiver sink, @Nullable WebAddress base, boolean pictures) {
      this.sink = sink;
      this.base = base;
      this.pictures = pictures;
    }

    @Override
    public void openDocument() {
      sink.openDocument();
    }

    @Override
    public void closeDocument() {
      sink.closeDocument();
    }

    @Override
    public void closeTag(String elementName) {
      sink.closeTag(elementName);
    }

    @Override
    public void text(String text) {
      sink.text(text);
    }

    @Override
    public void openTag(String elementName, List<String> written) {
      var attributes = written.subList(0, Math.min(written.size(), MOST_ATTRIBUTES));
      switch (elementName.toLowerCase(Locale.ROOT)) {
        case "img" -> {
          if (pictures) {
            sink.openTag(elementName, absolute(attributes, "src"));
          } else {
            picture(attributes);
          }
        }
        case "a" -> sink.openTag(elementName, absolute(attributes, "href"));
        default -> sink.openTag(elementName, attributes);
      }
    }

    private void picture(List<String> attributes) {
      for (int i = 0; i + 1 < attributes.size(); i += 2) {
        if (attributes.get(i).equalsIgnoreCase("alt") && !attributes.get(i + 1).isBlank()) {
          sink.text(attributes.get(i + 1));
          return;
        }
      }
    }

    private List<String> absolute(List<String> attributes, String name) {
      var made = new ArrayList<>(attributes);
      for (int i = 0; i + 1 < made.size(); i += 2) {
        if (made.get(i).equalsIgnoreCase(name)) {
          WebAddress address = WebAddress.parse(made.get(i + 1), base);
          made.set(i + 1, address == null ? "" : address.href());
        }
      }
      for (int i = made.size() - 2; i >= 0; i -= 2) {
        if (made.get(i).equalsIgnoreCase(name) && made.get(i + 1).isEmpty()) {
          made.subList(i, i + 2).clear();
        }
      }
      return made;
    }
  }
}
