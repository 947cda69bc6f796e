package org.wordborne.channels.feed;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/*
 * What is remembered of a feed between two polls. `asked` is the address that the person entered:
 * when they enter another, nothing of the old one counts.
 */
record FeedCursor(String asked, String address, String etag, String modified, String body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static FeedCursor read(String cursor, String asked) {
    var fresh = new FeedCursor(asked, asked, "", "", "");
    if (cursor.isEmpty()) {
      return fresh;
    }
    try {
      JsonNode node = JSON.readTree(cursor);
      if (!node.path("asked").asString("").equals(asked)) {
        return fresh;
      }
      return new FeedCursor(
          asked,
          node.path("address").asString(asked),
          node.path("etag").asString(""),
          node.path("modified").asString(""),
          node.path("body").asString(""));
    } catch (JacksonException unreadable) {
      return fresh;
    }
  }

  String write() {
    return JSON.createObjectNode()
        .put("asked", asked)
        .put("address", address)
        .put("etag", etag)
        .put("modified", modified)
        .put("body", body)
        .toString();
  }
}
