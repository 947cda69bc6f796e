package org.wordborne.channels.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordborne.channels.Batch;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.HttpWords;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import tools.jackson.databind.JsonNode;

/*
 * Listening by REST. First the past is read, a page a call, oldest first; each page begins within
 * the one before, so that what is deleted meanwhile lets nothing slip through. Then every call lists the
 * newest posts and comments again and compares their fingerprints: what is unknown was spoken,
 * what differs was edited, what is missing is asked for by its id and, if the site no longer
 * shows it, was taken back. Ids only grow, so a comment that waited for approval is found too.
 */
final class WordPressListening {
  private static final int PAGE = 100;
  private static final int POSTS = 40;
  private static final int OVERLAP = 4; // a quarter of the page before
  private static final int MOST_PAGES = 20;
  private static final int MOST_CHECKS = 20;

  private final WordPressRest rest;
  private final WordPressCursor cursor;
  private final List<ChannelEvent> events = new ArrayList<>();

  WordPressListening(WordPressRest rest, WordPressCursor cursor) {
    this.rest = rest;
    this.cursor = cursor;
  }

  Batch listen() throws ChannelException {
    boolean past = readPast();
    if (!past) {
      followPosts();
      followComments();
    }
    return new Batch(events, cursor.write(), past, null, List.of());
  }

  private boolean readPast() throws ChannelException {
    if (cursor.postsPage > 0) {
      String order = "per_page=" + POSTS + "&orderby=id&order=asc&_embed=author&offset=";
      HttpAnswer answer = list("wp/v2/posts", order + offset(cursor.postsPage, POSTS));
      WordPressRest.json(answer).forEach(node -> spoken(WordPressPosts.post(node)));
      cursor.postsPage = nextPage(answer, cursor.postsPage, POSTS);
      return true;
    }
    if (cursor.commentsPage > 0) {
      String order = "per_page=" + PAGE + "&orderby=id&order=asc&offset=";
      HttpAnswer answer = list("wp/v2/comments", order + offset(cursor.commentsPage, PAGE));
      WordPressRest.json(answer).forEach(node -> spoken(WordPressPosts.comment(node)));
      cursor.commentsPage = nextPage(answer, cursor.commentsPage, PAGE);
      return true;
    }
    return false;
  }

  /* 0 when the last page has been read. */
  private static int nextPage(HttpAnswer answer, int page, int size) {
    String total = answer.header("X-WP-Total");
    int all = total.matches("[0-9]{1,9}") ? Integer.parseInt(total) : 0;
    return offset(page, size) + size < all ? page + 1 : 0;
  }

  private static int offset(int page, int size) {
    return (page - 1) * (size - size / OVERLAP);
  }

  private static int totalPages(HttpAnswer answer) {
    String total = answer.header("X-WP-TotalPages");
    return total.matches("[0-9]{1,6}") ? Integer.parseInt(total) : 1;
  }

  private void followPosts() throws ChannelException {
    var listed = new LinkedHashMap<Long, JsonNode>();
    newest("wp/v2/posts", "_embed=author&orderby=modified&per_page=" + POSTS, listed, cursor.posts);
    say(listed, cursor.posts, true);
    cursor.posts = remembered("wp/v2/posts/", listed, cursor.posts, POSTS, 0);
  }

  private void followComments() throws ChannelException {
    var listed = new LinkedHashMap<Long, JsonNode>();
    boolean all = newest("wp/v2/comments", "orderby=id&per_page=" + PAGE, listed, cursor.comments);
    say(listed, cursor.comments, false);
    long oldest = all ? 0 : listed.keySet().stream().mapToLong(id -> id).min().orElse(0);
    cursor.comments = remembered("wp/v2/comments/", listed, cursor.comments, PAGE, oldest);
  }

  /*
   * Lists page after page until one holds something known as it is: posts come by the time of
   * their change, so what was edited stands before what is new. Whether the list was read to its
   * end.
   */
  private boolean newest(
      String route, String parameters, Map<Long, JsonNode> listed, Map<Long, String> known)
      throws ChannelException {
    for (int page = 1; page <= MOST_PAGES; page++) {
      HttpAnswer answer = list(route, parameters + "&order=desc&page=" + page);
      boolean anyKnown = known.isEmpty();
      for (JsonNode node : WordPressRest.json(answer)) {
        long id = node.path("id").asLong(0);
        listed.put(id, node);
        anyKnown |= fingerprint(node).equals(known.get(id));
      }
      if (page >= totalPages(answer)) {
        return true;
      }
      if (anyKnown) {
        return false;
      }
    }
    return false;
  }

  private void say(Map<Long, JsonNode> listed, Map<Long, String> known, boolean posts) {
    for (var entry : List.copyOf(listed.entrySet()).reversed()) {
      if (!fingerprint(entry.getValue()).equals(known.get(entry.getKey()))) {
        JsonNode node = entry.getValue();
        spoken(posts ? WordPressPosts.post(node) : WordPressPosts.comment(node));
      }
    }
  }

  /* The newest of what is listed; what is missing from it is asked for first. */
  private Map<Long, String> remembered(
      String route, Map<Long, JsonNode> listed, Map<Long, String> known, int most, long oldest) {
    var kept = new LinkedHashMap<Long, String>();
    listed.entrySet().stream()
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), fingerprint(entry.getValue())));
    int checks = 0;
    for (var before : known.entrySet()) {
      long id = before.getKey();
      if (listed.containsKey(id) || id < oldest) {
        continue;
      }
      boolean unsure = checks++ >= MOST_CHECKS || !isSettled(route, id);
      if (unsure) {
        kept.put(id, before.getValue()); // looked at again next time
      }
    }
    return kept;
  }

  /* Asks for one by its id and tells if it is gone; false if the site gave no clear answer. */
  private boolean isSettled(String route, long id) {
    try {
      HttpAnswer answer = rest.get(route + id, "");
      int status = answer.status();
      boolean hidden = status == 401 || status == 403 || status == 404 || status == 410;
      String state = hidden || !answer.isGood() ? "" : state(answer);
      if (hidden || state.matches("trash|spam|hold|draft|private|pending")) {
        String kind = route.contains("comments") ? "comment:" : "post:";
        events.add(new ChannelEvent.Deleted(kind + id));
        return true;
      }
      return answer.isGood();
    } catch (HttpFault | ChannelException later) {
      return false;
    }
  }

  private static String state(HttpAnswer answer) throws ChannelException {
    return WordPressRest.string(WordPressRest.json(answer), "status");
  }

  private static String fingerprint(JsonNode node) {
    String seen =
        WordPressRest.string(node.path("content"), "rendered")
            + "\n"
            + WordPressRest.string(node.path("title"), "rendered")
            + "\n"
            + WordPressRest.string(node, "author_name")
            + "\n"
            + WordPressRest.string(node, "modified_gmt");
    return Integer.toHexString(seen.hashCode()) + "-" + seen.length();
  }

  private void spoken(ChannelPost post) {
    if (!post.text().isEmpty()) {
      events.add(new ChannelEvent.Spoken(post));
    }
  }

  private HttpAnswer list(String route, String parameters) throws ChannelException {
    HttpAnswer answer;
    try {
      answer = rest.get(route, parameters);
    } catch (HttpFault fault) {
      throw HttpWords.fault(fault);
    }
    if (answer.isGood()) {
      return answer;
    }
    if (answer.status() == 400 && parameters.contains("page=")) {
      var code = WordPressRest.error(answer).getKey();
      if (code.endsWith("invalid_page_number")) { // the past grew shorter while it was read
        return empty(answer);
      }
    }
    if (answer.status() == 401 && rest.hasPassword()) {
      throw ChannelException.deaf("The site refuses the user name or the application password.");
    }
    boolean firstPage = cursor.posts.isEmpty() && cursor.comments.isEmpty();
    if (firstPage && List.of(401, 403, 404).contains(answer.status())) {
      throw new ClosedException();
    }
    throw HttpWords.status(answer, rest.context().now());
  }

  /* The interface is there, but not for us: the feeds may still be open. */
  static final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static HttpAnswer empty(HttpAnswer answer) {
    byte[] none = {'[', ']'};
    return new HttpAnswer(200, answer.url(), answer.headers(), none, List.of());
  }
}
