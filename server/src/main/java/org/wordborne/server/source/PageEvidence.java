package org.wordborne.server.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wordborne.channels.feed.FeedDiscovery;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.Query;
import org.wordborne.query.QueryContext;
import org.wordborne.query.ReferenceEvaluator;
import org.wordborne.server.source.ProposalsView.CandidateView;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.BrandWords;
import org.wordborne.wire.HtmlText;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.WebAddress;

/// What a page shows that speaks for listening to its site.
///
/// It links one of the brand's own addresses; or it names the brand and its place, or satisfies
/// the query of a topic. And how the site can be heard: as WordPress, with its comments, or by a
/// feed.
final class PageEvidence {
  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_CANDIDATES = 4;
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private final HttpAnswer answer;
  private final Document page;
  private final String text;

  private PageEvidence(HttpAnswer answer, Document page) {
    this.answer = answer;
    this.page = page;
    String whole = HtmlText.plain(page.body().outerHtml());
    this.text = whole.length() <= LONGEST_TEXT ? whole : whole.substring(0, LONGEST_TEXT);
  }

  /// Something that the page shows.
  ///
  /// @param kind `links-to-you` or `names-you`
  /// @param text the line around it, at most 200 characters, plain
  record Shown(String kind, String text) {}

  /// Reads a page.
  static PageEvidence of(HttpAnswer answer) {
    Matcher named = CHARSET.matcher(answer.header("Content-Type"));
    String charset = named.find() ? named.group(1) : null;
    try {
      var body = new ByteArrayInputStream(answer.body());
      return new PageEvidence(answer, Jsoup.parse(body, known(charset), answer.url()));
    } catch (IOException unreadable) {
      return new PageEvidence(answer, Jsoup.parse("", answer.url()));
    }
  }

  private static @org.jspecify.annotations.Nullable String known(
      @org.jspecify.annotations.Nullable String charset) {
    try {
      return charset != null && java.nio.charset.Charset.isSupported(charset) ? charset : null;
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  /// What it shows of a brand; empty where it shows nothing.
  List<Shown> of(Brand brand, Iterable<Query> topics) {
    var shown = new ArrayList<Shown>();
    link(brand.homes(), shown);
    name(brand, topics, shown);
    return shown;
  }

  private void link(List<String> homes, List<Shown> shown) {
    for (Element link : page.select("a[href]")) {
      WebAddress to = WebAddress.parse(link.attr("abs:href"));
      if (to != null && to.isHttp() && WebPlace.isUnder(to, homes)) {
        Element around = link.closest("p, li, blockquote, td, dd, h1, h2, h3, h4, div");
        String line = HtmlText.line((around == null ? link : around).outerHtml());
        String words = HtmlText.line(link.outerHtml());
        shown.add(new Shown("links-to-you", around(line, Math.max(0, line.indexOf(words)))));
        return;
      }
    }
  }

  private void name(Brand brand, Iterable<Query> topics, List<Shown> shown) {
    var words = BrandWords.of(brand);
    int at = words.first(text);
    if (at >= 0 && words.placeIn(page.title() + "\n" + text)) {
      shown.add(new Shown("names-you", around(text, at)));
      return;
    }
    Post post = Post.of("page", text).withTitle(page.title()).withUrl(answer.url());
    for (Query topic : topics) {
      if (ReferenceEvaluator.matches(topic, post, Judgements.NONE, QueryContext.NONE)) {
        var spans = ReferenceEvaluator.spans(topic, post);
        int found = spans.isEmpty() ? 0 : text.offsetByCodePoints(0, spans.getFirst().start());
        shown.add(new Shown("names-you", around(text, found)));
        return;
      }
    }
  }

  /* The sentence in which it stands, or as much of it as fits. */
  private static String around(String text, int at) {
    int from = at;
    while (from > 0 && at - from < LONGEST_LINE / 2 && !ends(text, from - 1)) {
      from--;
    }
    int to = at;
    while (to < text.length() && to - from < LONGEST_LINE - 2 && !ends(text, to)) {
      to++;
    }
    if (to < text.length() && ends(text, to) && text.charAt(to) != '\n') {
      to++;
    }
    boolean cutBefore = from > 0 && !ends(text, from - 1);
    boolean cutBehind = to < text.length() && !ends(text, to - 1) && text.charAt(to) != '\n';
    if (cutBefore) {
      from = wordBegin(text, from, at);
    }
    if (cutBehind) {
      int blank = text.lastIndexOf(' ', to);
      to = blank > at ? blank : to;
    }
    String line = text.substring(from, to).replaceAll("\\s+", " ").strip();
    return (cutBefore ? "… " : "") + line + (cutBehind ? " …" : "");
  }

  private static int wordBegin(String text, int from, int at) {
    int blank = text.indexOf(' ', from);
    return blank >= 0 && blank < at ? blank + 1 : from;
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    boolean mark = c == '.' || c == '!' || c == '?';
    return c == '\n'
        || mark && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }

  /// What the site calls itself, else the page's own title, else its host.
  String title() {
    Element site = page.selectFirst("meta[property=og:site_name][content]");
    String named = site == null ? "" : site.attr("content").strip();
    if (named.isEmpty()) {
      named =
          candidates().stream()
              .map(CandidateView::title)
              .filter(title -> !title.isEmpty())
              .findFirst()
              .orElse(page.title().strip());
    }
    String title = named.isEmpty() ? WebPlace.host(answer.url()) : named;
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
  }

  /// How the site can be heard: what hears comments first.
  List<CandidateView> candidates() {
    var found = new LinkedHashMap<String, CandidateView>();
    var named = new ArrayList<>(FeedDiscovery.inHeaders(answer.headers(), answer.url()));
    named.addAll(FeedDiscovery.discover(answer.body(), answer.url()));
    named.sort((a, b) -> b.kind().compareTo(a.kind()));
    String here = WebPlace.host(answer.url());
    for (var one : named) {
      String url = one.kind().equals("wordpress") ? site(one.url()) : one.url();
      if (WebPlace.host(url).equals(here)) {
        found.putIfAbsent(url, new CandidateView(one.kind(), one.title(), url));
      }
    }
    return found.values().stream().limit(MOST_CANDIDATES).toList();
  }

  /* Of the root of its interface, the site itself. */
  private static String site(String root) {
    String plain = root.replaceFirst("(?i)[?&]rest_route=.*$", "");
    return plain.toLowerCase(Locale.ROOT).matches("(?s).*/wp-json/?$")
        ? plain.replaceFirst("(?i)wp-json/?$", "")
        : plain;
  }
}
