package org.wordborne.channels.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.wordborne.channels.ChannelAuthor;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.Metrics;
import org.wordborne.wire.HtmlText;
import tools.jackson.databind.JsonNode;

/* Posts and comments of the REST interface as posts of ours: "post:5", "comment:6". */
final class WordPressPosts {
  private WordPressPosts() {}

  static ChannelPost comment(JsonNode node) {
    String html = WordPressRest.string(node.path("content"), "rendered");
    String root = "post:" + node.path("post").asLong(0);
    long parent = node.path("parent").asLong(0);
    return new ChannelPost(
        "comment:" + node.path("id").asLong(0),
        WordPressRest.string(node, "link"),
        "",
        HtmlText.plain(html),
        html,
        commenter(node),
        time(node, "date_gmt"),
        null,
        "",
        parent > 0 ? "comment:" + parent : root,
        root,
        "",
        Metrics.none(),
        links(html),
        List.of());
  }

  /* Guests have no id; name and page together are the nearest thing to one. */
  private static ChannelAuthor commenter(JsonNode node) {
    String name = HtmlText.line(WordPressRest.string(node, "author_name"));
    String page = WordPressRest.string(node, "author_url");
    long user = node.path("author").asLong(0);
    String guest = "guest:" + name.toLowerCase(Locale.ROOT) + (page.isEmpty() ? "" : "|" + page);
    return new ChannelAuthor(user > 0 ? "user:" + user : guest, name, page, 0);
  }

  static ChannelPost post(JsonNode node) {
    String html = WordPressRest.string(node.path("content"), "rendered");
    String title = HtmlText.line(WordPressRest.string(node.path("title"), "rendered"));
    String words = HtmlText.plain(html);
    return new ChannelPost(
        "post:" + node.path("id").asLong(0),
        WordPressRest.string(node, "link"),
        title,
        words.isEmpty() ? title : words,
        html,
        writer(node),
        time(node, "date_gmt"),
        time(node, "modified_gmt"),
        "",
        "",
        "",
        "",
        Metrics.none(),
        links(html),
        List.of());
  }

  private static ChannelAuthor writer(JsonNode node) {
    JsonNode user = node.path("_embedded").path("author").path(0);
    String name = HtmlText.line(WordPressRest.string(user, "name"));
    long id = node.path("author").asLong(0);
    return id > 0
        ? new ChannelAuthor("user:" + id, name, WordPressRest.string(user, "link"), 0)
        : ChannelAuthor.unknown();
  }

  /* WordPress writes UTC without saying so. */
  static @Nullable Instant time(JsonNode node, String name) {
    String text = WordPressRest.string(node, name);
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static List<String> links(String html) {
    return Jsoup.parseBodyFragment(html).select("a[href]").stream()
        .map(link -> link.attr("href"))
        .filter(href -> href.startsWith("http"))
        .distinct()
        .limit(50)
        .toList();
  }
}
