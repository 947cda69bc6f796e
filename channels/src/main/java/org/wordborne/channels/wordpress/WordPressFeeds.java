package org.wordborne.channels.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordborne.channels.Batch;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelEvent.Spoken;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.SourceSettings;
import org.wordborne.channels.feed.FeedChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/*
 * Listening by a site's feeds, where its REST interface is closed. Comments have the same ids as
 * by REST; posts only where the feed tells their number, else they go by their address. A feed
 * does not say which comment a comment answers: each answers its post.
 */
final class WordPressFeeds {
  private static final Pattern COMMENT = Pattern.compile("#comment-([0-9]+)$");
  private static final Pattern POST = Pattern.compile("[?&]p=([0-9]+)$");
  private static final String NOTE =
      "The site's REST interface is closed to us; its feeds are read instead.";

  private final FeedChannel feeds = new FeedChannel();
  private final ChannelContext context;
  private final WordPressCursor cursor;
  private final ObjectNode state = WordPressRest.JSON.createObjectNode();

  WordPressFeeds(WordPressCursor cursor, ChannelContext context) {
    this.cursor = cursor;
    this.context = context;
    if (!cursor.feeds.isEmpty()) {
      JsonNode kept = WordPressRest.JSON.readTree(cursor.feeds);
      kept.properties().forEach(entry -> state.set(entry.getKey(), entry.getValue()));
    }
  }

  Batch listen() throws ChannelException {
    var events = new ArrayList<ChannelEvent>();
    var links = state.withObject("/links");
    for (ChannelPost post : heard("posts", "feed/", "?feed=rss2")) {
      String id = id(POST, post.nativeId(), "post:", "post:" + post.url());
      links.put(page(post.url()), id);
      events.add(new Spoken(with(post, id, "", post.title())));
    }
    for (ChannelPost post : heard("comments", "comments/feed/", "?feed=comments-rss2")) {
      String id = id(COMMENT, post.nativeId(), "comment:", "comment:" + post.nativeId());
      String page = page(post.url());
      String root = links.path(page).asString("post:" + page);
      events.add(new Spoken(with(post, id, root, "")));
    }
    while (links.size() > 200) {
      links.remove(links.propertyNames().iterator().next());
    }
    cursor.feeds = state.toString();
    return new Batch(events, cursor.write(), false, null, List.of(NOTE));
  }

  private List<ChannelPost> heard(String name, String pretty, String plain)
      throws ChannelException {
    String folder = cursor.site.endsWith("/") ? cursor.site : cursor.site + "/";
    String kept = state.path(name + "At").asString("");
    try {
      return heard(name, kept.isEmpty() ? folder + pretty : kept);
    } catch (ChannelException none) {
      if (!kept.isEmpty()) {
        throw none;
      }
      return heard(name, folder + plain);
    }
  }

  private List<ChannelPost> heard(String name, String url) throws ChannelException {
    var settings = new SourceSettings(Map.of("url", url), Map.of());
    Batch batch = feeds.listen(settings, state.path(name).asString(""), context);
    state.put(name, batch.cursor()).put(name + "At", url);
    var posts = new ArrayList<ChannelPost>();
    for (ChannelEvent event : batch.events()) {
      if (event instanceof Spoken(ChannelPost post)) {
        posts.add(post);
      }
    }
    return posts;
  }

  private static String id(Pattern pattern, String from, String kind, String otherwise) {
    Matcher found = pattern.matcher(from);
    return found.find() ? kind + found.group(1) : otherwise;
  }

  private static String page(String url) {
    return url.replaceFirst("#.*$", "");
  }

  private static ChannelPost with(ChannelPost p, String id, String root, String title) {
    return new ChannelPost(
        id,
        p.url(),
        title,
        p.text(),
        p.html(),
        p.author(),
        p.published(),
        p.updated(),
        p.language(),
        root,
        root,
        "",
        p.metrics(),
        p.links(),
        p.media());
  }
}
