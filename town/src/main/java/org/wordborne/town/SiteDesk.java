package org.wordborne.town;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Door.Answer;
import org.wordborne.town.Door.Asked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The paper, or a diary of the same make: posts and comments by the REST API that WordPress sites
/// have, two feeds, pages.
final class SiteDesk implements Door.Desk {

  private static final JsonMapper JSON = new JsonMapper();

  private final Institution place;
  private final Life life;
  private final Pages pages;
  private final PostJson.Addresses addresses;
  private final String username;
  private final String password;

  SiteDesk(
      Institution place,
      Life life,
      Pages pages,
      PostJson.Addresses addresses,
      String username,
      String password) {
    this.place = place;
    this.life = life;
    this.pages = pages;
    this.addresses = addresses;
    this.username = username;
    this.password = password;
  }

  @Override
  public Answer answer(Asked asked) {
    String path = asked.query().getOrDefault("rest_route", "");
    path = path.isEmpty() ? asked.path() : "/wp-json" + path;
    while (path.length() > 1 && path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    var answer = route(path, asked);
    String root = addresses.home(place) + "wp-json/";
    return answer.with("Link", "<" + root + ">; rel=\"https://api.w.org/\"");
  }

  private Answer route(String path, Asked asked) {
    return switch (path) {
      case "/wp-json" -> index();
      case "/wp-json/wp/v2/posts" ->
          asked.method().equals("POST") ? publish(asked) : list(asked, false);
      case "/wp-json/wp/v2/comments" ->
          asked.method().equals("POST") ? comment(asked) : list(asked, true);
      case "/wp-json/wp/v2/users/me" ->
          allowed(asked)
              ? Answer.json(200, "{\"id\":2,\"name\":\"Lantern\",\"slug\":\"lantern\"}")
              : error(401, "rest_not_logged_in", "You are not currently logged in.");
      case "/feed" -> feed(asked, false);
      case "/comments/feed" -> feed(asked, true);
      default -> path.startsWith("/wp-json/wp/v2/") ? one(path) : page(asked);
    };
  }

  private Answer page(Asked asked) {
    String home = addresses.home(place);
    String head =
        "<link rel=\"https://api.w.org/\" href=\""
            + home
            + "wp-json/\">"
            + "<link rel=\"alternate\" type=\"application/rss+xml\" title=\""
            + place.title
            + "\" href=\""
            + home
            + "feed/\"><link rel=\"alternate\" type=\"application/rss+xml\""
            + " title=\"Comments\" href=\""
            + home
            + "comments/feed/\">";
    return BoardDesk.read(place, life, pages, head, asked);
  }

  private Answer index() {
    var json = new StringBuilder("{");
    PostJson.field(json, "name", place.title);
    PostJson.field(json, "description", place.says);
    PostJson.field(json, "url", addresses.home(place));
    PostJson.field(json, "home", addresses.home(place));
    return Answer.json(200, json.append("\"gmt_offset\":0,\"namespaces\":[\"wp/v2\"]}").toString());
  }

  private Answer feed(Asked asked, boolean comments) {
    synchronized (life.lock()) {
      List<Word> words =
          comments ? words(true, Map.of()) : FeedDesk.latest(life.chronicle(), place, 20);
      if (comments) {
        words = words.subList(0, Math.min(30, words.size()));
      }
      var answer =
          Answer.of("application/rss+xml; charset=UTF-8", FeedDesk.rss(place, words, addresses));
      return FeedDesk.conditional(asked, answer, words);
    }
  }

  private Answer list(Asked asked, boolean comments) {
    var query = asked.query();
    if (!comments && query.containsKey("slug")) {
      return bySlug(query.getOrDefault("slug", ""));
    }
    int size = number(query, "per_page", 10);
    int page = number(query, "page", 1);
    if (size < 1 || size > 100 || page < 1) {
      return error(400, "rest_invalid_param", "Invalid parameter(s): per_page");
    }
    synchronized (life.lock()) {
      List<Word> words = words(comments, query);
      if (query.getOrDefault("order", "desc").equals("asc")) {
        Collections.reverse(words);
      }
      int pages = (words.size() + size - 1) / size;
      if (page > 1 && page > pages) {
        return error(
            400,
            "rest_post_invalid_page_number",
            "The page number requested is larger than the number of pages available.");
      }
      var json = new StringBuilder("[");
      int begin = Math.clamp(number(query, "offset", (page - 1) * size), 0, words.size());
      for (Word word : words.subList(begin, Math.min(words.size(), begin + size))) {
        json.append(json.length() > 1 ? "," : "").append(comments ? comment(word) : post(word));
      }
      var answer =
          Answer.json(200, json.append(']').toString())
              .with("X-WP-Total", Integer.toString(words.size()))
              .with("X-WP-TotalPages", Integer.toString(pages));
      if (page < pages) {
        String next =
            addresses.home(place)
                + "wp-json/wp/v2/"
                + (comments ? "comments" : "posts")
                + "?per_page="
                + size
                + "&page="
                + (page + 1);
        answer.with("Link", "<" + next + ">; rel=\"next\"");
      }
      return answer;
    }
  }

  /// Newest first.
  private List<Word> words(boolean comments, Map<String, String> query) {
    var after = instant(query.get("after"));
    var modifiedAfter = instant(query.get("modified_after"));
    var before = instant(query.get("before"));
    long post = number(query, "post", 0);
    var words = new ArrayList<Word>();
    List<Word> all = life.chronicle().all();
    for (int i = all.size() - 1; i >= 0; i--) {
      var word = all.get(i);
      if (word.place != place || word.gone() || (word.parent != null) != comments) {
        continue;
      }
      boolean fits =
          (after == null || word.at.isAfter(after))
              && (before == null || word.at.isBefore(before))
              && (modifiedAfter == null || modified(word).isAfter(modifiedAfter))
              && (post == 0 || word.root().number == post);
      if (fits) {
        words.add(word);
      }
    }
    switch (query.getOrDefault("orderby", "date")) {
      case "id" -> words.sort((a, b) -> Long.compare(b.number, a.number));
      case "modified" -> words.sort((a, b) -> modified(b).compareTo(modified(a)));
      default -> words.sort((a, b) -> b.at.compareTo(a.at));
    }
    return words;
  }

  private static Instant modified(Word word) {
    var edited = word.edited();
    return edited == null ? word.at : edited;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
    try {
      return zoned
          ? java.time.OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("not a date: " + text);
    }
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String value = query.getOrDefault(name, "");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  private Answer one(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    boolean comment = path.contains("/comments/");
    synchronized (life.lock()) {
      var word = id.matches("\\d{1,18}") ? life.chronicle().find(Long.parseLong(id)) : null;
      if (word == null || word.place != place || (word.parent != null) != comment || word.gone()) {
        return error(
            404, comment ? "rest_comment_invalid_id" : "rest_post_invalid_id", "Invalid ID.");
      }
      return Answer.json(200, comment ? comment(word) : post(word));
    }
  }

  /* A post of the café; its slug is what it is looked up by. */
  private Answer publish(Asked asked) {
    if (!allowed(asked)) {
      return error(401, "rest_cannot_create", "Sorry, you are not allowed to create posts.");
    }
    var fields = fields(asked);
    String text = fields.getOrDefault("content", "").replaceAll("<[^>]*>", " ").strip();
    String slug = fields.getOrDefault("slug", "");
    if (text.isEmpty() || slug.isEmpty()) {
      return error(400, "empty_content", "Content, title, and excerpt are empty.");
    }
    synchronized (life.lock()) {
      String key = place.name().toLowerCase(java.util.Locale.ROOT) + "-" + slug;
      var known = life.chronicle().answer(key);
      var word =
          known == null
              ? life.post(place, key, fields.getOrDefault("title", ""), text, "Lantern")
              : known;
      return Answer.json(201, post(word));
    }
  }

  /* The post of that slug, as a list of one or none. */
  private Answer bySlug(String slug) {
    synchronized (life.lock()) {
      String key = place.name().toLowerCase(java.util.Locale.ROOT) + "-" + slug;
      var word = life.chronicle().answer(key);
      return Answer.json(200, word == null ? "[]" : "[" + post(word) + "]");
    }
  }

  private Answer comment(Asked asked) {
    if (!allowed(asked)) {
      return error(401, "rest_comment_login_required", "Sorry, you must be logged in to comment.");
    }
    var fields = fields(asked);
    String text = fields.getOrDefault("content", "").strip();
    if (text.isEmpty()) {
      return error(400, "rest_comment_content_invalid", "Invalid comment content.");
    }
    synchronized (life.lock()) {
      int parent = number(fields, "parent", 0);
      var to = life.chronicle().find(parent > 0 ? parent : number(fields, "post", 0));
      if (to == null || to.place != place || to.gone()) {
        return error(
            403,
            "rest_comment_invalid_post_id",
            "Sorry, you are not allowed to create this comment without a post.");
      }
      String key =
          place.name().toLowerCase(java.util.Locale.ROOT) + "-" + to.number + "-" + text.hashCode();
      if (life.chronicle().answer(key) != null) {
        return error(
            409,
            "comment_duplicate",
            "Duplicate comment detected; it looks as though " + "you’ve already said that!");
      }
      var word = life.answer(to, key, text, "Lantern");
      return Answer.json(201, comment(word))
          .with("Location", addresses.home(place) + "wp-json/wp/v2/comments/" + word.number);
    }
  }

  private static Map<String, String> fields(Asked asked) {
    if (!asked.header("Content-Type").contains("json")) {
      var form = Door.pairs(asked.body());
      form.putAll(asked.query());
      return form;
    }
    try {
      var fields = new java.util.HashMap<String, String>();
      for (var field : JSON.readTree(asked.body()).properties()) {
        fields.put(field.getKey(), field.getValue().asString(""));
      }
      return fields;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON");
    }
  }

  private boolean allowed(Asked asked) {
    String header = asked.header("Authorization");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    var decoded =
        new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
    return decoded.replace(" ", "").equals(username + ":" + password.replace(" ", ""));
  }

  private static Answer error(int status, String code, String message) {
    return Answer.json(
        status,
        "{\"code\":"
            + PostJson.quoted(code)
            + ",\"message\":"
            + PostJson.quoted(message)
            + ",\"data\":{\"status\":"
            + status
            + "}}");
  }

  private String post(Word word) {
    var json = new StringBuilder("{\"id\":").append(word.number).append(',');
    dates(json, word);
    PostJson.field(json, "slug", Long.toString(word.number));
    PostJson.field(json, "status", "publish");
    PostJson.field(json, "type", "post");
    PostJson.field(json, "link", addresses.url(word));
    json.append("\"guid\":").append(rendered(addresses.url(word))).append(',');
    json.append("\"title\":").append(rendered(Pages.escape(word.title))).append(',');
    json.append("\"content\":").append(rendered(paragraph(word))).append(',');
    json.append("\"excerpt\":").append(rendered(paragraph(word))).append(',');
    json.append("\"author\":1,\"comment_status\":\"open\",\"ping_status\":\"closed\",");
    json.append("\"_embedded\":{\"author\":[{\"id\":1,\"name\":");
    json.append(PostJson.quoted(word.authorName)).append(",\"link\":");
    json.append(PostJson.quoted(addresses.author(word))).append("}]},");
    return json.append("\"_links\":{\"self\":[{\"href\":\"")
        .append(addresses.home(place))
        .append("wp-json/wp/v2/posts/")
        .append(word.number)
        .append("\"}]}}")
        .toString();
  }

  private String comment(Word word) {
    var parent = word.parent;
    boolean threaded = parent != null && parent.parent != null;
    var json = new StringBuilder("{\"id\":").append(word.number);
    json.append(",\"post\":").append(word.root().number);
    json.append(",\"parent\":").append(threaded && parent != null ? parent.number : 0);
    json.append(",\"author\":").append(user(word)).append(',');
    PostJson.field(json, "author_name", word.authorName);
    PostJson.field(json, "author_url", addresses.author(word));
    dates(json, word);
    json.append("\"content\":").append(rendered(paragraph(word))).append(',');
    PostJson.field(json, "link", addresses.url(word));
    PostJson.field(json, "status", "approved");
    PostJson.field(json, "type", "comment");
    return json.append("\"_links\":{\"self\":[{\"href\":\"")
        .append(addresses.home(place))
        .append("wp-json/wp/v2/comments/")
        .append(word.number)
        .append("\"}]}}")
        .toString();
  }

  /* The writer is the site's first user, the café its second; everybody else is a guest. */
  private static int user(Word word) {
    return word.author == -2 ? 2 : word.authorId.equals(word.place.writer) ? 1 : 0;
  }

  private static void dates(StringBuilder json, Word word) {
    var edited = word.edited();
    String date = PostJson.time(word.at).replace("Z", "");
    String modified = PostJson.time(edited == null ? word.at : edited).replace("Z", "");
    PostJson.field(json, "date", date);
    PostJson.field(json, "date_gmt", date);
    PostJson.field(json, "modified", modified);
    PostJson.field(json, "modified_gmt", modified);
  }

  private static String paragraph(Word word) {
    return "<p>" + Pages.linked(word.text()).replace("\n", "<br />\n") + "</p>\n";
  }

  private static String rendered(String html) {
    return "{\"rendered\":" + PostJson.quoted(html) + "}";
  }
}
