package org.wordborne.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What commands print: one JSON object a line.
final class Lines {
  private Lines() {}

  /// Prints an object of names and values in turn: JSON, numbers, booleans, or what has a text; a
  /// JSON value that is missing or null is left out.
  static void print(Object... namesAndValues) {
    ObjectNode line = ServerConnection.JSON.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      JsonNode value = node(namesAndValues[i + 1]);
      if (!value.isMissingNode() && !value.isNull()) {
        line.set((String) namesAndValues[i], value);
      }
    }
    System.out.println(line);
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode json -> json;
      case Number number -> ServerConnection.JSON.valueToTree(number);
      case Boolean truth -> ServerConnection.JSON.valueToTree(truth);
      default -> ServerConnection.JSON.valueToTree(value.toString());
    };
  }

  /// The one of `all` whose name or id is `name`.
  static JsonNode named(JsonNode all, String name, String what) {
    for (JsonNode one : all) {
      if (one.path("id").asString().equals(name)
          || one.path("name").asString().equalsIgnoreCase(name)) {
        return one;
      }
    }
    throw new CommandException("there is no " + what + " '" + name + "'");
  }
}
