package org.wordborne.channels.feed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.wordborne.wire.HtmlText;
import org.wordborne.wire.WebAddress;

/* HTML inside feeds: tags written out again, titles brought to plain text, addresses resolved. */
final class FeedMarkup {
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "cite", "longdesc", "poster", "background", "data", "action", "usemap");
  private static final String NAMES =
      "a|abbr|acronym|address|b|bdo|big|blockquote|center|cite|code|dd|del|dfn|div|dl|dt|em|font"
          + "|h[1-6]|i|iframe|ins|kbd|li|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong"
          + "|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var";
  private static final Pattern OPENS = Pattern.compile("<(" + NAMES + ")(\\s[^<>]*)?>");
  private static final Pattern ALONE = Pattern.compile("(?i)<(br|hr|img|wbr)(\\s[^<>]*)?/?>");
  private static final Pattern KNOWN =
      Pattern.compile("(?i)</?(" + NAMES + "|br|hr|img|wbr)(?:\\s[^<>]*)?/?>");
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"]+");

  private FeedMarkup() {}

  /* Whether a text without a type seems to be HTML source: a known tag alone, or with its end. */
  static boolean looksLikeHtml(String text) {
    if (text.indexOf('<') < 0) {
      return false;
    }
    if (ALONE.matcher(text).find()) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    var lastEnds = new HashMap<String, Integer>();
    Matcher opens = OPENS.matcher(lower);
    while (opens.find()) {
      int end = lastEnds.computeIfAbsent(opens.group(1), name -> lower.lastIndexOf("</" + name));
      if (end > opens.start()) {
        return true;
      }
    }
    return false;
  }

  /* A title to plain text: tags and references are undone as often as they were done. */
  static String plainTitle(String title) {
    String text = title;
    for (int i = 0; i < 2; i++) {
      if (looksLikeHtml(text)) {
        text = withoutKnownTags(text);
      }
      if (REFERENCE.matcher(text).find()) {
        text = Parser.unescapeEntities(text, true);
      }
    }
    return oneLine(looksLikeHtml(text) ? withoutKnownTags(text) : text);
  }

  /* Only what is a tag of HTML goes: the type in "List<String>" is part of the title. */
  private static String withoutKnownTags(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<script") || lower.contains("<style")) {
      return HtmlText.line(text);
    }
    return KNOWN.matcher(text).replaceAll(tag -> isBreak(tag.group(1)) ? " " : "");
  }

  private static boolean isBreak(String name) {
    return Set.of("br", "hr", "p", "div", "li", "td", "tr").contains(name.toLowerCase(Locale.ROOT));
  }

  /* HTML whose links stand on their own, wherever the entry is shown later. */
  static String absolute(String html, String base) {
    if (base.isEmpty() || !(html.contains("href") || html.contains("src"))) {
      return html;
    }
    Document page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    for (String name : List.of("href", "src")) {
      for (Element element : page.body().select("[" + name + "]")) {
        element.attr(name, address(element.attr(name), base));
      }
    }
    return page.body().html();
  }

  /* The addresses that a piece of HTML links to, fifty at most. */
  static List<String> links(String html, String base) {
    var found = new LinkedHashSet<String>();
    for (Element element : Jsoup.parseBodyFragment(html).select("a[href]")) {
      String address = address(element.attr("href"), base);
      if (address.startsWith("http") && found.size() < 50) {
        found.add(address);
      }
    }
    return List.copyOf(found);
  }

  static String oneLine(String text) {
    return text.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /* An address made absolute; one that is absolute already stays as it was written. */
  static String address(String written, String base) {
    String text = written.strip();
    if (text.isEmpty() || ABSOLUTE.matcher(text).matches()) {
      return text;
    }
    return WebAddress.resolve(text, base);
  }

  /* The content of a tag as HTML. */
  static String inner(Tag tag) {
    var out = new StringBuilder();
    for (Object child : tag.children) {
      write(child, out);
    }
    return out.toString().strip();
  }

  private static void write(Object node, StringBuilder out) {
    if (!(node instanceof Tag tag)) {
      out.append(escape(node.toString()));
      return;
    }
    String name =
        tag.prefix.isEmpty() || tag.space.equals("xhtml") || tag.space.isEmpty()
            ? tag.name
            : tag.prefix + ":" + tag.name;
    out.append('<').append(name);
    tag.attributes.forEach((key, value) -> attribute(tag, key, value, out));
    boolean isVoid = tag.children.isEmpty() && Set.of("br", "hr", "img", "wbr").contains(name);
    if (isVoid) {
      out.append(" />");
      return;
    }
    out.append('>');
    for (Object child : tag.children) {
      write(child, out);
    }
    out.append("</").append(name).append('>');
  }

  private static void attribute(Tag tag, String key, String value, StringBuilder out) {
    if (key.startsWith("xmlns") || key.startsWith("xml:")) {
      return;
    }
    boolean isAddress = ADDRESSES.contains(key.toLowerCase(Locale.ROOT));
    String shown = isAddress ? address(value, tag.base) : value;
    out.append(' ').append(key).append("=\"");
    out.append(escape(shown).replace("\"", "&quot;")).append('"');
  }
}
