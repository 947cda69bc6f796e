package org.wordborne.benchmarks;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.jsoup.parser.Parser;
import org.wordborne.channels.feed.FeedParser;

/// Made feeds, whole and broken, read by us and by ROME: in how many documents is all of it right?
///
/// ROME reads leniently, as its documentation shows for feeds of the web. What it gives as a title
/// counts as right as it is, without tags, or with references undone once more.
public final class FeedBenchmark implements Benchmark {
  private static final String ROME = "ROME 2.1.0";

  /// Is made by the service loader.
  public FeedBenchmark() {}

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public String about() {
    return "whole and broken feeds read right: ours beside ROME";
  }

  /// What a reader found, the way it gave it.
  private record Found(String title, String link, Instant published) {}

  private interface Reader {
    List<Found> read(FeedCase one) throws Exception;
  }

  @Override
  public List<Comparison> run(List<String> arguments) {
    var cases = FeedWorkload.all();
    double[] ours = count(cases, "ours", FeedBenchmark::ours);
    double[] theirs = count(cases, "ROME", FeedBenchmark::rome);
    var parts = List.of("entries", "titles", "links", "dates", "all of it");
    var comparisons = new ArrayList<Comparison>();
    for (int i = 0; i < parts.size(); i++) {
      comparisons.add(
          new Comparison(
              "feeds, " + parts.get(i) + " right",
              ROME,
              "of " + cases.size() + " documents",
              List.of(ours[i]),
              List.of(theirs[i])));
    }
    return comparisons;
  }

  private static double[] count(List<FeedCase> cases, String side, Reader reader) {
    double[] right = new double[5];
    for (var one : cases) {
      boolean[] judged = judged(one, reader);
      for (int i = 0; i < right.length; i++) {
        right[i] += judged[i] ? 1 : 0;
      }
      if (!judged[4]) {
        System.err.printf(
            "%s: %s: wrong in%s%n",
            side,
            one.name(),
            (judged[0] ? "" : " entries")
                + (judged[1] ? "" : " titles")
                + (judged[2] ? "" : " links")
                + (judged[3] ? "" : " dates"));
      }
    }
    return right;
  }

  private static boolean[] judged(FeedCase one, Reader reader) {
    List<Found> found;
    try {
      found = reader.read(one);
    } catch (Exception unread) {
      return new boolean[5];
    }
    boolean entries = found.size() == one.items().size();
    boolean titles = entries && same(one, found, FeedCase.Item::title, Found::title);
    boolean links = entries && same(one, found, FeedCase.Item::link, Found::link);
    boolean dates = entries && same(one, found, FeedCase.Item::published, Found::published);
    return new boolean[] {entries, titles, links, dates, titles && links && dates};
  }

  private static boolean same(
      FeedCase one,
      List<Found> found,
      Function<FeedCase.Item, Object> wanted,
      Function<Found, Object> given) {
    for (int i = 0; i < found.size(); i++) {
      if (!wanted.apply(one.items().get(i)).equals(given.apply(found.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Found> ours(FeedCase one) throws Exception {
    return FeedParser.parse(one.body(), one.contentType(), FeedCase.ADDRESS).entries().stream()
        .map(e -> new Found(e.title(), e.url(), orNever(e.published())))
        .toList();
  }

  private static Instant orNever(@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? Instant.MIN : at;
  }

  private static List<Found> rome(FeedCase one) throws Exception {
    var input = new ByteArrayInputStream(one.body());
    String type = one.contentType().isEmpty() ? "application/xml" : one.contentType();
    try (var reader = new XmlReader(input, type, true, "UTF-8")) {
      var parser = new SyndFeedInput();
      parser.setAllowDoctypes(true);
      var feed = parser.build(reader);
      var found = new ArrayList<Found>();
      for (int i = 0; i < feed.getEntries().size(); i++) {
        found.add(rome(feed.getEntries().get(i), one.items().get(Math.min(i, 2)).title()));
      }
      return found;
    }
  }

  private static Found rome(SyndEntry entry, String wanted) {
    String title = entry.getTitle() == null ? "" : entry.getTitle().strip();
    String bare = title.replaceAll("</?(b|div)( [^>]*)?>", "");
    for (String reading : List.of(bare, Parser.unescapeEntities(bare, false))) {
      title = reading.strip().equals(wanted) ? wanted : title;
    }
    Date at = entry.getPublishedDate();
    return new Found(
        title, String.valueOf(entry.getLink()), at == null ? Instant.MIN : at.toInstant());
  }
}
