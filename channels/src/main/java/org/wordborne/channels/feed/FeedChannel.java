package org.wordborne.channels.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.Batch;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelProfile;
import org.wordborne.channels.ChannelProfile.Need;
import org.wordborne.channels.ChannelProfile.Policy;
import org.wordborne.channels.HttpWords;
import org.wordborne.channels.SourceSettings;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.Secret;
import org.wordborne.wire.WebAddress;

/// Hears any RSS, Atom or JSON feed.
///
/// It asks conditionally (ETag, Last-Modified), so that an unchanged feed costs next to nothing,
/// and gives every entry of a changed one: which of them are new, changed or the same, the store
/// tells by their content. A feed that moved for good is asked at its new address from then on.
public final class FeedChannel implements Channel {
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";

  @Override
  public String kind() {
    return "feed";
  }

  @Override
  public ChannelProfile profile() {
    return new ChannelProfile(
        "Feed",
        "Every entry that a site puts into its RSS, Atom or JSON feed: articles, blog posts,"
            + " comments, episodes.",
        "What the site leaves out of its feed, and what had left it before we first looked."
            + " A deleted entry is not noticed, because feeds do not say so.",
        List.of(
            new Need("url", "Address of the feed", false, true, "https://cafe.example/feed"),
            new Need("username", "User name, if it asks for one", false, false, ""),
            new Need("password", "Password, if it asks for one", true, false, "")),
        false,
        0,
        "",
        new Policy(
            "What a feed carries may be kept to read and search it here.",
            "Entries are linked to the page they come from.",
            "A feed cannot be answered. Open the page and answer there.",
            "Feeds do not report deletions; remove such an entry here by hand."),
        "Free.",
        "We ask at most as often as the site wishes (ttl, Cache-Control, Retry-After).");
  }

  @Override
  public Batch listen(SourceSettings settings, String cursor, ChannelContext context)
      throws ChannelException {
    FeedCursor from = FeedCursor.read(cursor, settings.value("url").strip());
    HttpAnswer answer = ask(settings, from, context);
    if (answer.status() == 304) {
      return new Batch(List.of(), from.write(), false, HttpWords.maxAge(answer), List.of());
    }
    if (!answer.isGood()) {
      throw HttpWords.status(answer, context.now());
    }
    var notes = new ArrayList<String>();
    FeedCursor next = next(from, answer, notes);
    if (next.body().equals(from.body())) {
      return new Batch(List.of(), next.write(), false, HttpWords.maxAge(answer), notes);
    }
    Feed feed = parse(answer);
    notes.addAll(feed.warnings());
    return new Batch(events(feed), next.write(), false, wait(feed, answer), notes);
  }

  private static HttpAnswer ask(SourceSettings settings, FeedCursor from, ChannelContext context)
      throws ChannelException {
    HttpAsk ask =
        HttpAsk.get(from.address())
            .withHeader("Accept", ACCEPT)
            .withHeader("If-None-Match", from.etag())
            .withHeader("If-Modified-Since", from.modified());
    Secret password = settings.secret("password");
    if (!settings.value("username").isEmpty() && isSameOrigin(from)) {
      ask = ask.withBasic(settings.value("username"), password);
    }
    try {
      return context.http().send(ask);
    } catch (HttpFault fault) {
      throw HttpWords.fault(fault);
    } catch (IllegalArgumentException header) { // a validator that cannot be sent back
      return again(from, context);
    }
  }

  /* A feed that moved to someone else does not take the password along. */
  private static boolean isSameOrigin(FeedCursor from) {
    WebAddress asked = WebAddress.parse(from.asked());
    WebAddress now = WebAddress.parse(from.address());
    return asked != null && now != null && asked.origin().equals(now.origin());
  }

  private static HttpAnswer again(FeedCursor from, ChannelContext context) throws ChannelException {
    try {
      return context.http().send(HttpAsk.get(from.address()).withHeader("Accept", ACCEPT));
    } catch (HttpFault fault) {
      throw HttpWords.fault(fault);
    }
  }

  private static FeedCursor next(FeedCursor from, HttpAnswer answer, List<String> notes) {
    String moved = answer.movedTo();
    String address = moved.isEmpty() ? from.address() : moved;
    if (!address.equals(from.address())) {
      notes.add("The feed has moved for good to " + address + ".");
    }
    String body = EntryIds.sha256(java.util.HexFormat.of().formatHex(answer.body()));
    return new FeedCursor(
        from.asked(), address, answer.header("ETag"), answer.header("Last-Modified"), body);
  }

  private static Feed parse(HttpAnswer answer) throws ChannelException {
    try {
      return FeedParser.parse(answer.body(), answer.header("Content-Type"), answer.url());
    } catch (NotAFeedException none) {
      throw ChannelException.passing(none.reason() + " (" + answer.url() + ")");
    }
  }

  private static List<ChannelEvent> events(Feed feed) {
    var events = new ArrayList<ChannelEvent>();
    for (FeedEntry entry : feed.entries().reversed()) {
      events.add(new ChannelEvent.Spoken(FeedPosts.of(feed, entry)));
    }
    return events;
  }

  private static @Nullable Duration wait(Feed feed, HttpAnswer answer) {
    Duration ttl = Duration.ofMinutes(Math.min(feed.ttlMinutes(), 24 * 60));
    Duration fresh = HttpWords.maxAge(answer);
    if (fresh == null || fresh.compareTo(ttl) < 0) {
      return ttl.isZero() ? fresh : ttl;
    }
    return fresh;
  }
}
