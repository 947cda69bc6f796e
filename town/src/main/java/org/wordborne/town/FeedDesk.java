package org.wordborne.town;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordborne.town.Door.Answer;
import org.wordborne.town.Door.Asked;

/// A blog: pages, and a feed in one of three formats with an entity tag.
final class FeedDesk implements Door.Desk {

  private static final int SHOWN = 40;

  private final Institution place;
  private final Life life;
  private final Pages pages;
  private final PostJson.Addresses addresses;

  FeedDesk(Institution place, Life life, Pages pages, PostJson.Addresses addresses) {
    this.place = place;
    this.life = life;
    this.pages = pages;
    this.addresses = addresses;
  }

  /// Where a blog's feed is: `feed.json`, `atom.xml` or `rss.xml`.
  static String file(Institution place) {
    return switch (place) {
      case NORTHBANK, KAIKANTE -> "feed.json";
      case HAFENLICHT, NIGHTFERRY -> "atom.xml";
      default -> "rss.xml";
    };
  }

  private static String type(Institution place) {
    return switch (file(place)) {
      case "feed.json" -> "application/feed+json";
      case "atom.xml" -> "application/atom+xml";
      default -> "application/rss+xml";
    };
  }

  @Override
  public Answer answer(Asked asked) {
    if (!asked.path().equals("/" + file(place))) {
      String link =
          "<link rel=\"alternate\" type=\""
              + type(place)
              + "\" title=\""
              + Pages.escape(place.title)
              + "\" href=\"/"
              + file(place)
              + "\">";
      return BoardDesk.read(place, life, pages, link, asked);
    }
    List<Word> words;
    synchronized (life.lock()) {
      words = latest(life.chronicle(), place, SHOWN);
    }
    String body =
        switch (file(place)) {
          case "feed.json" -> json(words);
          case "atom.xml" -> atom(words);
          default -> rss(place, words, addresses);
        };
    return conditional(asked, Answer.of(type(place) + "; charset=utf-8", body), words);
  }

  /// A 304 where nothing changed since the caller last asked.
  static Answer conditional(Asked asked, Answer answer, List<Word> words) {
    String tag = "\"" + Integer.toHexString(answer.body().hashCode()) + "\"";
    String changed = rfc822(words.isEmpty() ? Instant.EPOCH : words.getFirst().at);
    boolean same =
        asked.header("If-None-Match").contains(tag)
            || asked.header("If-None-Match").isEmpty()
                && asked.header("If-Modified-Since").equals(changed);
    var given = same ? new Answer(304, answer.type(), "", answer.headers()) : answer;
    return given.with("ETag", tag).with("Last-Modified", changed);
  }

  /// The latest first words of a place, newest first.
  static List<Word> latest(Chronicle chronicle, Institution place, int most) {
    var latest = new ArrayList<Word>();
    List<Word> all = chronicle.all();
    for (int i = all.size() - 1; i >= 0 && latest.size() < most; i--) {
      var word = all.get(i);
      if (word.place == place && word.parent == null && !word.gone()) {
        latest.add(word);
      }
    }
    return latest;
  }

  static String rss(Institution place, List<Word> words, PostJson.Addresses addresses) {
    String home = Pages.escape(addresses.home(place));
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>");
    xml.append("<title>").append(Pages.escape(place.title)).append("</title><link>");
    xml.append(home).append("</link><description>").append(Pages.escape(place.title));
    xml.append(", Alderwick</description><language>").append(place.language);
    xml.append("</language><ttl>2</ttl>\n");
    for (Word word : words) {
      xml.append("<item><title>").append(Pages.escape(Pages.heading(word)));
      xml.append("</title><link>").append(Pages.escape(addresses.url(word)));
      xml.append("</link><guid isPermaLink=\"false\">").append(addresses.id(word));
      xml.append("</guid><pubDate>").append(rfc822(word.at)).append("</pubDate><dc:creator>");
      xml.append(Pages.escape(word.authorName)).append("</dc:creator><description>");
      xml.append(Pages.escape("<p>" + Pages.escape(word.text()) + "</p>"));
      xml.append("</description></item>\n");
    }
    return xml.append("</channel></rss>\n").toString();
  }

  static String rfc822(Instant at) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
        .format(at.atOffset(ZoneOffset.UTC));
  }

  private String atom(List<Word> words) {
    String home = Pages.escape(addresses.home(place));
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"").append(place.language);
    xml.append("\"><title>").append(Pages.escape(place.title)).append("</title><id>");
    xml.append(place.idPrefix).append("blog</id><link href=\"").append(home).append("\"/>");
    xml.append("<link rel=\"self\" href=\"").append(home).append(file(place)).append("\"/>");
    xml.append("<updated>")
        .append(PostJson.time(words.isEmpty() ? Instant.EPOCH : words.getFirst().at))
        .append("</updated>\n");
    for (Word word : words) {
      xml.append("<entry><title>").append(Pages.escape(Pages.heading(word)));
      xml.append("</title><id>").append(addresses.id(word)).append("</id><link href=\"");
      xml.append(Pages.escape(addresses.url(word))).append("\"/><published>");
      xml.append(PostJson.time(word.at)).append("</published><updated>");
      xml.append(PostJson.time(word.at)).append("</updated><author><name>");
      xml.append(Pages.escape(word.authorName)).append("</name></author>");
      xml.append("<content type=\"html\">");
      xml.append(Pages.escape("<p>" + Pages.escape(word.text()) + "</p>"));
      xml.append("</content></entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private String json(List<Word> words) {
    var json = new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1.1\",");
    PostJson.field(json, "title", place.title);
    PostJson.field(json, "home_page_url", addresses.home(place));
    PostJson.field(json, "feed_url", addresses.home(place) + file(place));
    PostJson.field(json, "language", place.language);
    json.append("\"items\":[");
    for (Word word : words) {
      json.append(json.charAt(json.length() - 1) == '[' ? "{" : ",{");
      PostJson.field(json, "id", addresses.id(word));
      PostJson.field(json, "url", addresses.url(word));
      PostJson.field(json, "title", Pages.heading(word));
      PostJson.field(json, "content_text", word.text());
      PostJson.field(json, "date_published", PostJson.time(word.at));
      json.append("\"authors\":[{\"name\":").append(PostJson.quoted(word.authorName));
      json.append("}]}");
    }
    return json.append("]}").toString();
  }
}
