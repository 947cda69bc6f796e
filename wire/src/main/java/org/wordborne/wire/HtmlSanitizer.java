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
      new HtmlPolicyBuilder()
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
          .onElements("td", "th", "ol")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow", "ugc")
          .toFactory();

  private HtmlSanitizer() {}

  /// The harmless part of `html`; relative links are resolved against `base` ("" for none).
  public static String harmless(String html, String base) {
    WebAddress start = base.isEmpty() ? null : WebAddress.parse(base);
    var out = new StringBuilder(html.length());
    var renderer = HtmlStreamRenderer.create(out, problem -> {});
    org.owasp.html.HtmlSanitizer.sanitize(
        html, POLICY.apply(renderer), sink -> new Absolute(sink, start));
    return plainSigns(out.toString());
  }

  /* The renderer writes these signs as numbers although they mean nothing between tags or quotes. */
  private static String plainSigns(String html) {
    return html.indexOf("&#") < 0
        ? html
        : html.replace("&#61;", "=").replace("&#64;", "@").replace("&#43;", "+");
  }

  /* Before the policy sees them: links become absolute, pictures become words. */
  private static final class Absolute implements HtmlStreamEventReceiver {
    private final HtmlStreamEventReceiver sink;
    private final @Nullable WebAddress base;

    Absolute(HtmlStreamEventReceiver sink, @Nullable WebAddress base) {
      this.sink = sink;
      this.base = base;
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
    public void openTag(String elementName, List<String> attributes) {
      switch (elementName.toLowerCase(Locale.ROOT)) {
        case "img" -> picture(attributes);
        case "a" -> sink.openTag(elementName, link(attributes));
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

    private List<String> link(List<String> attributes) {
      var made = new ArrayList<>(attributes);
      for (int i = 0; i + 1 < made.size(); i += 2) {
        if (made.get(i).equalsIgnoreCase("href")) {
          WebAddress address = WebAddress.parse(made.get(i + 1), base);
          made.set(i + 1, address == null ? "" : address.href());
        }
      }
      for (int i = made.size() - 2; i >= 0; i -= 2) {
        if (made.get(i).equalsIgnoreCase("href") && made.get(i + 1).isEmpty()) {
          made.subList(i, i + 2).clear();
        }
      }
      return made;
    }
  }
}
