package org.wordborne.cli;

import org.wordborne.effect.Entry;
import tools.jackson.databind.JsonNode;

/// One entry as JSON: {"code","group","weight","status","digest"}.
final class DrawEntryJson {
  private DrawEntryJson() {}

  static Entry read(String file, int number, String line) {
    JsonNode json;
    try {
      json = ServerConnection.JSON.readTree(line);
    } catch (tools.jackson.core.JacksonException wrong) {
      throw TextCommandLines.wrong(file, number, "no JSON object: " + wrong.getOriginalMessage());
    }
    return new Entry(
        text(file, number, json, "code"),
        whole(file, number, json, "group"),
        whole(file, number, json, "weight"),
        text(file, number, json, "status"),
        text(file, number, json, "digest"));
  }

  private static String text(String file, int number, JsonNode json, String field) {
    var value = json.path(field);
    if (!value.isString()) {
      throw TextCommandLines.wrong(
          file, number, "\"" + field + "\" must be a string, was " + told(value));
    }
    return value.asString();
  }

  private static int whole(String file, int number, JsonNode json, String field) {
    var value = json.path(field);
    if (!value.isInt()) {
      throw TextCommandLines.wrong(
          file, number, "\"" + field + "\" must be a whole number, was " + told(value));
    }
    return value.asInt();
  }

  private static String told(JsonNode value) {
    return value.isMissingNode() ? "missing" : value.toString();
  }
}
