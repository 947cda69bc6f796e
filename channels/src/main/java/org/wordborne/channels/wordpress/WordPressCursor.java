package org.wordborne.channels.wordpress;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/*
 * What is remembered of a site between two polls: where its interface is, how far the past has
 * been read, and a fingerprint of each of the newest posts and comments, by which an edit or a
 * disappearance is seen.
 */
final class WordPressCursor {
  private static final JsonMapper JSON = JsonMapper.shared();

  String site = "";
  String root = "";
  String feeds = "";
  int postsPage = 1;
  int commentsPage = 1;
  Map<Long, String> posts = new LinkedHashMap<>();
  Map<Long, String> comments = new LinkedHashMap<>();

  static WordPressCursor read(String cursor, String site) {
    var made = new WordPressCursor();
    made.site = site;
    try {
      JsonNode node = JSON.readTree(cursor.isEmpty() ? "{}" : cursor);
      if (!node.path("site").asString("").equals(site)) {
        return made;
      }
      made.root = node.path("root").asString("");
      made.feeds = node.path("feeds").asString("");
      made.postsPage = node.path("postsPage").asInt(1);
      made.commentsPage = node.path("commentsPage").asInt(1);
      fill(made.posts, node.path("posts"));
      fill(made.comments, node.path("comments"));
    } catch (JacksonException unreadable) {
      return made;
    }
    return made;
  }

  private static void fill(Map<Long, String> into, JsonNode from) {
    for (var entry : from.properties()) {
      into.put(Long.valueOf(entry.getKey()), entry.getValue().asString(""));
    }
  }

  String write() {
    ObjectNode node = JSON.createObjectNode();
    node.put("site", site).put("root", root).put("feeds", feeds);
    node.put("postsPage", postsPage).put("commentsPage", commentsPage);
    ObjectNode postNode = node.putObject("posts");
    posts.forEach((id, mark) -> postNode.put(Long.toString(id), mark));
    ObjectNode commentNode = node.putObject("comments");
    comments.forEach((id, mark) -> commentNode.put(Long.toString(id), mark));
    return node.toString();
  }
}
