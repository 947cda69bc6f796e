package org.wordborne.channels.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordborne.channels.Attachment;
import org.wordborne.channels.ChannelAuthor;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.Metrics;
import org.wordborne.wire.HtmlText;

/// Entries of a feed as posts; importing a feed file uses it too.
public final class FeedPosts {
  private FeedPosts() {}

  /// One entry as a post.
  public static ChannelPost of(Feed feed, FeedEntry entry) {
    String source = entry.content().isEmpty() ? entry.summary() : entry.content();
    String html = FeedMarkup.absolute(source, entry.base());
    String words = HtmlText.plain(html);
    return new ChannelPost(
        entry.id(),
        entry.url(),
        entry.title(),
        words.isEmpty() ? entry.title() : words,
        html,
        author(feed, entry),
        entry.published() == null ? entry.updated() : entry.published(),
        entry.updated(),
        entry.language().isEmpty() ? feed.language() : entry.language(),
        entry.inReplyTo(),
        entry.inReplyTo(),
        "",
        new Metrics(0, 0, entry.replies(), 0),
        FeedMarkup.links(html, entry.base()),
        media(entry));
  }

  /* Who spoke: the entry's author, else the feed's, else the site under its own name. */
  private static ChannelAuthor author(Feed feed, FeedEntry entry) {
    FeedAuthor author = entry.author().isEmpty() ? feed.author() : entry.author();
    String name = author.name().isEmpty() ? before(author.email()) : author.name();
    if (name.isEmpty() && author.url().isEmpty()) {
      return new ChannelAuthor(feed.link(), feed.title(), feed.link(), 0);
    }
    String id = author.url().isEmpty() ? name.toLowerCase(Locale.ROOT) : author.url();
    return new ChannelAuthor(id, name.isEmpty() ? author.url() : name, author.url(), 0);
  }

  private static String before(String mail) {
    int at = mail.indexOf('@');
    return at < 0 ? mail : mail.substring(0, at);
  }

  private static List<Attachment> media(FeedEntry entry) {
    var media = new ArrayList<Attachment>();
    for (FeedEntry.Enclosure enclosure : entry.enclosures()) {
      String kind = enclosure.type().replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
      boolean known = List.of("image", "audio", "video").contains(kind);
      media.add(new Attachment(known ? kind : "file", enclosure.url(), ""));
    }
    return media;
  }
}
