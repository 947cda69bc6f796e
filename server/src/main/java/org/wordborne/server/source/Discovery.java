package org.wordborne.server.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wordborne.channels.feed.Feed;
import org.wordborne.channels.feed.FeedDiscovery;
import org.wordborne.channels.feed.FeedEntry;
import org.wordborne.channels.feed.FeedParser;
import org.wordborne.channels.feed.NotAFeedException;
import org.wordborne.server.source.DiscoveryView.FoundView;
import org.wordborne.server.source.DiscoveryView.SampleView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HtmlText;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;

/// Looks what can be listened to behind an address: the feed itself, or what a page names.
@Component
class Discovery {
  private static final int MOST_LOOKED_AT = 6;
  private static final int SAMPLE = 3;
  private static final int SAMPLE_LENGTH = 280;

  private final GuardedHttp http;

  Discovery(GuardedHttp http) {
    this.http = http;
  }

  /// What was found; what could not be read is noted.
  DiscoveryView behind(String typed) {
    String url = typed.strip();
    if (url.isEmpty()) {
      throw new BadInputException("url", typed, "Use a web address such as https://cafe.example.");
    }
    if (!url.matches("(?i)^https?://.*")) {
      url = (url.startsWith("127.") || url.startsWith("localhost") ? "http://" : "https://") + url;
    }
    var notes = new ArrayList<String>();
    var found = new LinkedHashMap<String, FoundView>();
    try {
      look(http.get(url), url, found, notes);
    } catch (HttpFault fault) {
      notes.add(String.valueOf(fault.getMessage()));
    }
    return new DiscoveryView(List.copyOf(found.values()), notes);
  }

  private void look(
      HttpAnswer answer, String url, Map<String, FoundView> found, List<String> notes) {
    if (!answer.isGood()) {
      notes.add(url + " answered with status " + answer.status() + ".");
      return;
    }
    try {
      found.put(answer.url(), view(feed(answer), url));
    } catch (NotAFeedException e) {
      lookInPage(answer, found, notes);
    }
  }

  private void lookInPage(HttpAnswer page, Map<String, FoundView> found, List<String> notes) {
    var named = FeedDiscovery.discover(page.body(), page.url());
    for (FeedDiscovery.Found one : named.stream().limit(MOST_LOOKED_AT).toList()) {
      if (found.containsKey(one.url())) {
        continue;
      }
      if (one.kind().equals("feed")) {
        lookAt(one, found, notes);
      } else {
        found.put(one.url(), new FoundView(one.kind(), one.title(), one.url(), 0, List.of()));
      }
    }
    if (found.isEmpty()) {
      notes.add("The page names no feed and no WordPress site.");
    }
  }

  private void lookAt(FeedDiscovery.Found one, Map<String, FoundView> found, List<String> notes) {
    try {
      HttpAnswer answer = http.get(one.url());
      if (answer.isGood()) {
        var view = view(feed(answer), one.url());
        String title = view.title().isEmpty() ? one.title() : view.title();
        found.put(
            one.url(), new FoundView("feed", title, one.url(), view.entries(), view.sample()));
      } else {
        notes.add(one.url() + " answered with status " + answer.status() + ".");
      }
    } catch (HttpFault | NotAFeedException e) {
      notes.add(one.url() + ": " + e.getMessage());
    }
  }

  private static Feed feed(HttpAnswer answer) throws NotAFeedException {
    return FeedParser.parse(answer.body(), answer.header("Content-Type"), answer.url());
  }

  private static FoundView view(Feed feed, String url) {
    return new FoundView(
        "feed",
        feed.title(),
        url,
        feed.entries().size(),
        feed.entries().stream().limit(SAMPLE).map(Discovery::sample).toList());
  }

  private static SampleView sample(FeedEntry entry) {
    String html = entry.content().isEmpty() ? entry.summary() : entry.content();
    String text = HtmlText.line(html);
    String shortened =
        text.length() <= SAMPLE_LENGTH
            ? text
            : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SAMPLE_LENGTH)))
                + "…";
    return new SampleView(entry.title(), shortened, entry.published(), entry.author().name());
  }
}
