package org.wordborne.server.publicpage;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wordborne.wire.WebAddress;

/// Writes a public page: every word is escaped, addresses are of ours or of the web, and there is
/// no way in for markup. What it writes is well-formed XML too.
///
/// Blocks stand one after another; what has something inside takes a piece of code that writes it:
/// `page.section("Who won", it -> it.table(heads, rows))`.
public final class Html {
  private static final Set<String> CLASSES_BY_STATE = Set.of("good", "bad", "waits", "note");
  private final StringBuilder out = new StringBuilder(4096);
  private final String end;
  private int fields;

  private Html(String end) {
    this.end = end;
  }

  /// A whole page.
  public static Html page(PublicFrame frame) {
    var page = new Html("</main>" + Frames.foot(frame) + "</body></html>");
    page.out.append(Frames.head(frame));
    return page;
  }

  /// A piece without a page around it, as for a document that is printed.
  public static Html piece() {
    return new Html("");
  }

  /// The headline, with a sentence below it that may be empty.
  public Html lead(String title, String sentence) {
    out.append("<section class=\"lead\">");
    h1(title);
    if (!sentence.isEmpty()) {
      tagged("p", "dek", sentence);
    }
    out.append("</section>");
    return this;
  }

  /// The headline of a page, which has one.
  public Html h1(String text) {
    return tagged("h1", "", text);
  }

  /// The heading of a part.
  public Html h2(String text) {
    out.append("<div class=\"head\"><h2>").append(escape(text)).append("</h2></div>");
    return this;
  }

  /// A heading inside a part.
  public Html h3(String text) {
    return tagged("h3", "", text);
  }

  /// A paragraph.
  public Html p(String text) {
    return tagged("p", "", text);
  }

  /// A paragraph in small grey letters.
  public Html small(String text) {
    return tagged("p", "small q", text);
  }

  /// A paragraph of several parts: words, links, bold words.
  public Html line(Consumer<Html> inside) {
    return nested("p", "", inside);
  }

  /// Words somebody said, in the typeface that is kept for them; `language` may be empty.
  public Html voice(String text, String language) {
    out.append("<blockquote class=\"voice\" dir=\"auto\"");
    if (!language.isEmpty()) {
      out.append(" lang=\"").append(escape(language)).append('"');
    }
    out.append('>').append(lines(text)).append("</blockquote>");
    return this;
  }

  /// A text of several lines, as it is; for rules and statements.
  public Html text(String text) {
    out.append("<div class=\"text\">");
    for (String block : text.strip().split("\n\\s*\n")) {
      out.append("<p>").append(lines(block)).append("</p>");
    }
    out.append("</div>");
    return this;
  }

  /// Words inside a [#line].
  public Html say(String text) {
    out.append(escape(text));
    return this;
  }

  /// Bold words inside a [#line].
  public Html bold(String text) {
    return tagged("b", "", text);
  }

  /// A hash, a code: in even letters.
  public Html code(String text) {
    return tagged("code", "", text);
  }

  /// A block of even letters, as a command.
  public Html pre(String text) {
    out.append("<pre tabindex=\"0\"><code>").append(escape(text)).append("</code></pre>");
    return this;
  }

  /// A link to a path of ours or to a web address; anything else is written without a link.
  public Html link(String text, String address) {
    String to = href(address);
    if (to.isEmpty()) {
      return say(text);
    }
    out.append("<a href=\"").append(escape(to)).append('"');
    if (!to.startsWith("/")) {
      out.append(" rel=\"noopener nofollow\"");
    }
    out.append('>').append(escape(text)).append("</a>");
    return this;
  }

  /// A part with a heading.
  public Html section(String heading, Consumer<Html> inside) {
    return nested("section", "", it -> inside.accept(it.h2(heading)));
  }

  /// A part without a heading; `style` is a class of the stylesheet, as `quote`.
  public Html part(String style, Consumer<Html> inside) {
    if (!style.matches("[a-z][a-z-]*")) {
      throw new IllegalArgumentException("no class " + style);
    }
    return nested("section", style, inside);
  }

  /// Two columns, one below the other where there is no room.
  public Html columns(Consumer<Html> left, Consumer<Html> right) {
    return nested("div", "pg", it -> it.nested("div", "", left).nested("div", "", right));
  }

  /// A box that tells how something stands.
  ///
  /// @param state `good`, `bad`, `waits` or `note`
  public Html answer(String state, Consumer<Html> inside) {
    if (!CLASSES_BY_STATE.contains(state)) {
      throw new IllegalArgumentException("no state " + state);
    }
    return nested("div", "answer " + state, inside);
  }

  /// A list.
  public Html list(List<String> items) {
    return nested("ul", "plain", it -> items.forEach(one -> it.tagged("li", "", one)));
  }

  /// A numbered list of steps, each with a bold title, a grey word beside it, and more below.
  public Html steps(List<Step> steps) {
    return nested(
        "ol",
        "proof",
        it -> {
          int number = 0;
          for (Step step : steps) {
            number++;
            it.step(number, step);
          }
        });
  }

  /// A step of [#steps]: `hash` is written in even letters and may be empty.
  public record Step(String title, String when, String text, String hash) {}

  private void step(int number, Step step) {
    out.append("<li><span class=\"pn\">").append(number).append("</span><div><p>");
    bold(step.title()).say(" ").tagged("span", "qq small", step.when());
    out.append("</p>");
    if (!step.text().isEmpty()) {
      tagged("p", "q", step.text());
    }
    if (!step.hash().isEmpty()) {
      out.append("<p class=\"hash\">").append(lines(step.hash())).append("</p>");
    }
    out.append("</div></li>");
  }

  /// Names with what they mean, one a row.
  public Html facts(List<List<String>> rows) {
    return nested(
        "dl",
        "facts",
        it ->
            rows.forEach(
                row -> it.tagged("dt", "", row.getFirst()).tagged("dd", "", row.getLast())));
  }

  /// A table; `heads` may be empty.
  public Html table(List<String> heads, List<List<String>> rows) {
    out.append("<div class=\"scroll\" tabindex=\"0\"><table>");
    if (!heads.isEmpty()) {
      out.append("<thead><tr>");
      heads.forEach(one -> out.append("<th scope=\"col\">").append(escape(one)).append("</th>"));
      out.append("</tr></thead>");
    }
    out.append("<tbody>");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(one -> out.append("<td><bdi>").append(escape(one)).append("</bdi></td>"));
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    return this;
  }

  /// A form that is sent to a path of ours.
  ///
  /// @param token of `PublicLimit.formToken`
  public Html form(String action, String token, Consumer<PublicForm> inside) {
    return form("post", action, token, inside);
  }

  /// A form that only asks: what is typed stands in the address.
  public Html ask(String action, Consumer<PublicForm> inside) {
    return form("get", action, "", inside);
  }

  private Html form(String method, String action, String token, Consumer<PublicForm> inside) {
    var form = new PublicForm(fields);
    if (!token.isEmpty()) {
      form.hidden("t", token);
    }
    inside.accept(form);
    fields = form.fields();
    out.append("<form method=\"").append(method).append("\" action=\"");
    out.append(escape(PublicAnswers.own(action))).append("\">");
    out.append(form.markup()).append("</form>");
    return this;
  }

  /// A picture of ours, as a code for cameras.
  public Html image(String path, String description, int width) {
    out.append("<img src=\"").append(escape(PublicAnswers.own(path))).append("\" alt=\"");
    out.append(escape(description)).append("\" width=\"").append(width).append("\"/>");
    return this;
  }

  /// A drawing.
  public Html drawing(Drawing drawing) {
    out.append(drawing.markup());
    return this;
  }

  /// The page as text; nothing is added after it.
  public String done() {
    return out + end;
  }

  private Html nested(String tag, String style, Consumer<Html> inside) {
    open(tag, style);
    inside.accept(this);
    out.append("</").append(tag).append('>');
    return this;
  }

  private Html tagged(String tag, String style, String text) {
    open(tag, style);
    out.append(escape(text)).append("</").append(tag).append('>');
    return this;
  }

  private void open(String tag, String style) {
    out.append('<').append(tag);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>');
  }

  private static String lines(String text) {
    return escape(text.strip()).replace("\n", "<br/>");
  }

  private static String href(String address) {
    if (address.startsWith("/")) {
      return PublicAnswers.own(address);
    }
    WebAddress web = WebAddress.parse(address);
    return web != null && Set.of("http", "https").contains(web.scheme()) ? web.toString() : "";
  }

  /* What XML 1.0 has no letter for would break a reader of it, so it is left out. */
  static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= ' ' && c != 0x7f || c == '\n' || c == '\t')
        .filter(c -> (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
