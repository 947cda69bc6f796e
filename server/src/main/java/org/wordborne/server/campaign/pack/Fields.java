package org.wordborne.server.campaign.pack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/* Fields of a JSON object, or a sentence that names the one that is wrong. */
final class Fields {
  private Fields() {}

  static void only(JsonNode json, String at, String... names) throws PackException {
    if (!json.isObject()) {
      throw new PackException(at + " is an object");
    }
    var known = List.of(names);
    for (var entry : json.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new PackException(
            "%s: '%s' is unknown; known are %s"
                .formatted(at, entry.getKey(), String.join(", ", known)));
      }
    }
  }

  static String text(JsonNode json, String at, String name) throws PackException {
    JsonNode value = json.path(name);
    if (!value.isString() || value.asString().isBlank()) {
      throw new PackException(at + ": '" + name + "' is missing, or no text");
    }
    return value.asString();
  }

  static JsonNode object(JsonNode json, String at, String name) throws PackException {
    JsonNode value = json.path(name);
    if (!value.isObject()) {
      throw new PackException(at + ": '" + name + "' is missing, or no object");
    }
    return value;
  }

  static JsonNode list(JsonNode json, String at, String name) throws PackException {
    JsonNode value = json.path(name);
    if (!value.isArray()) {
      throw new PackException(at + ": '" + name + "' is missing, or no list");
    }
    return value;
  }
}
