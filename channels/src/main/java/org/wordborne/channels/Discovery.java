package org.wordborne.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.feed.Feed;
import org.wordborne.channels.feed.FeedDiscovery;
import org.wordborne.channels.feed.FeedDiscovery.Found;
import org.wordborne.channels.feed.FeedParser;
import org.wordborne.channels.feed.FeedPosts;
import org.wordborne.channels.feed.NotAFeedException;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.WebAddress;

/// Looks behind an address that a person typed: what can be listened to there, with a sample.
public final class Discovery {
  private static final int MOST_FEEDS = 6;
  private static final int SAMPLE = 3;

  private final GuardedHttp http;
  private final Map<String, Candidate> found = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private Discovery(GuardedHttp http) {
    this.http = http;
  }

  /// What was found.
  ///
  /// @param found best first
  /// @param notes what went wrong on the way, in plain words
  public record Result(List<Candidate> found, List<String> notes) {}

  /// Something to listen to.
  ///
  /// @param kind "feed" or "wordpress"
  /// @param title what it calls itself
  /// @param url the address to listen at
  /// @param entries how many entries it has now
  /// @param sample the newest of them
  public record Candidate(
      String kind, String title, String url, int entries, List<Sample> sample) {}

  /// One entry, to see whether it is the right thing.
  ///
  /// @param title plain text
  /// @param text plain text, cut
  /// @param published when it was spoken
  /// @param author by name
  public record Sample(String title, String text, @Nullable Instant published, String author) {}

  /// Looks behind `typed`, which may lack its scheme.
  public static Result of(String typed, GuardedHttp http) {
    var discovery = new Discovery(http);
    discovery.look(typed.strip());
    return new Result(List.copyOf(discovery.found.values()), List.copyOf(discovery.notes));
  }

  private void look(String typed) {
    WebAddress address = WebAddress.parse(typed);
    boolean whole = address != null && address.isHttp() && typed.contains("//");
    HttpAnswer answer = null;
    for (String guess : whole ? List.of(typed) : schemes(typed)) {
      answer = answer == null ? fetch(guess) : answer;
    }
    if (answer == null) {
      return;
    }
    notes.clear();
    if (!answer.isGood()) {
      notes.add("The page answers with status " + answer.status() + ".");
    }
    if (!addFeed(answer, "")) {
      inPage(answer);
    }
  }

  /* With a port of its own a server seldom speaks TLS, and a plain one may let us wait for it. */
  private static List<String> schemes(String typed) {
    boolean ownPort = typed.matches("[^/]*:(?!443(/|$))[0-9]+(/.*)?");
    return ownPort
        ? List.of("http://" + typed, "https://" + typed)
        : List.of("https://" + typed, "http://" + typed);
  }

  private void inPage(HttpAnswer answer) {
    var named = new ArrayList<Found>(FeedDiscovery.inHeaders(answer.headers(), answer.url()));
    named.addAll(FeedDiscovery.discover(answer.body(), answer.url()));
    for (Found one : named) {
      if (one.kind().equals("wordpress")) { // the site is where its REST root begins
        String site = one.url().replaceFirst("wp-json/?$|(index\\.php/?)?\\?rest_route=.*$", "");
        found.put(one.kind(), new Candidate(one.kind(), "Posts and comments", site, 0, List.of()));
      }
    }
    for (Found one : named) {
      if (one.kind().equals("feed") && found.size() < MOST_FEEDS) {
        addFeedAt(one.url(), one.title());
      }
    }
    for (String guess : FeedDiscovery.commonAddresses(answer.url())) {
      if (found.isEmpty()) {
        addFeedAt(guess, "");
      }
    }
    if (found.isEmpty()) {
      notes.add("No feed was found at " + answer.url() + " or at the usual addresses beside it.");
    } else {
      notes.removeIf(note -> note.startsWith("Nothing") || note.contains("404"));
    }
  }

  private void addFeedAt(String url, String title) {
    HttpAnswer answer = fetch(url);
    if (answer != null && answer.isGood()) {
      addFeed(answer, title);
    }
  }

  private boolean addFeed(HttpAnswer answer, String title) {
    try {
      Feed feed = FeedParser.parse(answer.body(), answer.header("Content-Type"), answer.url());
      var sample = new ArrayList<Sample>();
      for (var entry : feed.entries().stream().limit(SAMPLE).toList()) {
        sample.add(sample(FeedPosts.of(feed, entry)));
      }
      String name = feed.title().isEmpty() ? title : feed.title();
      found.putIfAbsent(
          answer.url(), new Candidate("feed", name, answer.url(), feed.entries().size(), sample));
      return true;
    } catch (NotAFeedException none) {
      return false;
    }
  }

  private static Sample sample(ChannelPost post) {
    String text = post.text();
    int cut = Math.min(280, text.length());
    boolean halfCharacter = cut < text.length() && Character.isLowSurrogate(text.charAt(cut));
    String shown = text.substring(0, halfCharacter ? cut - 1 : cut);
    return new Sample(post.title(), shown, post.published(), post.author().name());
  }

  private @Nullable HttpAnswer fetch(String url) {
    try {
      return http.get(url);
    } catch (HttpFault fault) {
      String note = String.valueOf(fault.getMessage());
      if (!notes.contains(note)) {
        notes.add(note);
      }
      return null;
    }
  }
}
