package org.wordborne.town;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The pages that people of the town read: plain, and everything that was said escaped.
final class Pages {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>&]*[\\w/]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
  private static final String STYLE =
      "body{font:17px/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
          + "color:#222;background:#faf9f6}a{color:#2746b8}.word{border-top:1px solid #ccc;"
          + "padding:.6rem 0}.word .word{margin-left:1.4rem}.ours{border-left:4px solid #222;"
          + "padding-left:.8rem}small{color:#666;font-family:sans-serif}:target{background:#fbe88a}"
          + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1d1b}a{color:#9db1ff}"
          + "small{color:#aaa}.ours{border-color:#eee}:target{background:#574c12}}";

  private final Chronicle chronicle;
  private final ZoneId zone;
  private final PostJson.Addresses addresses;

  Pages(Chronicle chronicle, ZoneId zone, PostJson.Addresses addresses) {
    this.chronicle = chronicle;
    this.zone = zone;
    this.addresses = addresses;
  }

  /// The latest threads of a place.
  String front(Institution place, String head) {
    var html = new StringBuilder();
    List<Word> words = chronicle.all();
    int shown = 0;
    for (int i = words.size() - 1; i >= 0 && shown < 60; i--) {
      var word = words.get(i);
      if (word.place == place && word.parent == null && !word.gone()) {
        shown++;
        html.append("<p><a href=\"").append(escape(addresses.url(word))).append("\">");
        html.append(escape(heading(word))).append("</a><br><small>");
        html.append(by(word)).append("</small></p>\n");
      }
    }
    return page(place.title, head, html.toString(), place);
  }

  /// A thread with all its replies.
  String thread(Word root, String head) {
    var html = new StringBuilder();
    word(html, root, 0);
    return page(heading(root), head, html.toString(), root.place);
  }

  /// What one person said at a place, newest first.
  String person(Institution place, String id) {
    var html = new StringBuilder();
    List<Word> words = chronicle.all();
    for (int i = words.size() - 1; i >= 0 && html.length() < 60_000; i--) {
      var word = words.get(i);
      if (word.place == place && word.authorId.equals(id) && !word.gone()) {
        html.append("<p><a href=\"").append(escape(addresses.url(word))).append("\">");
        html.append(escape(word.text())).append("</a><br><small>").append(by(word));
        html.append("</small></p>\n");
      }
    }
    return page(id, "", html.toString(), place);
  }

  private void word(StringBuilder html, Word word, int depth) {
    boolean paper = word.place.isSite() && word.parent != null;
    html.append("<div class=\"word").append(word.author == -2 ? " ours" : "").append("\" id=\"");
    html.append(paper ? "comment-" : "p").append(word.number).append("\">");
    if (!word.title.isEmpty() && depth > 0) {
      html.append("<b>").append(escape(word.title)).append("</b><br>");
    }
    html.append("<span lang=\"").append(word.language).append("\" dir=\"auto\">");
    html.append(word.gone() ? "<i>Deleted.</i>" : linked(word.text()).replace("\n", "<br>"));
    html.append("</span><br><small>").append(by(word)).append("</small>\n");
    for (Word reply : chronicle.repliesTo(word)) {
      word(html, reply, depth + 1);
    }
    html.append("</div>\n");
  }

  private String by(Word word) {
    return escape(word.authorName)
        + " · "
        + TIME.format(word.at.atZone(zone))
        + (word.edited() == null ? "" : " · edited");
  }

  static String heading(Word word) {
    if (!word.title.isEmpty()) {
      return word.title;
    }
    String text = word.gone() ? "Deleted" : word.text();
    return text.length() <= 70 ? text : text.substring(0, text.lastIndexOf(' ', 68)) + " …";
  }

  private String page(String title, String head, String body, Institution place) {
    String home = escape(addresses.home(place));
    return "<!doctype html><html lang=\""
        + place.language
        + "\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + escape(title)
        + "</title>"
        + head
        + "<style>"
        + STYLE
        + "</style></head><body><p><small><a href=\""
        + home
        + "\">"
        + escape(place.title)
        + "</a>, Alderwick (a simulated town)</small></p><h1>"
        + escape(title)
        + "</h1>\n"
        + body
        + "</body></html>";
  }

  /// The text as [#escape], its web addresses as links.
  static String linked(String text) {
    return ADDRESS.matcher(escape(text)).replaceAll("<a href=\"$0\" rel=\"nofollow ugc\">$0</a>");
  }

  /// The text, harmless between tags and in quoted attributes, also as XML.
  static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c < 0x20 && c != '\n' ? ' ' : c);
      }
    }
    return safe.toString();
  }
}
