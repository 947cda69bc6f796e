package org.wordborne.cli;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.wordborne.query.QueryException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what the `query` commands say, each as one line.
final class QueryCommandJson {
  private static final JsonFactory JSON = new JsonFactory();

  private QueryCommandJson() {}

  static String normal(String normal) {
    return object(json -> json.writeStringProperty("normal", normal));
  }

  static String error(QueryException wrong) {
    return object(
        json -> {
          json.writeStringProperty("error", wrong.reason());
          json.writeNumberProperty("start", wrong.start());
          json.writeNumberProperty("end", wrong.end());
          json.writeStringProperty("hint", wrong.hint());
        });
  }

  static String match(String post, String query) {
    return object(
        json -> {
          json.writeStringProperty("post", post);
          json.writeStringProperty("query", query);
        });
  }

  private static String object(Consumer<JsonGenerator> properties) {
    var written = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
      json.writeStartObject();
      properties.accept(json);
      json.writeEndObject();
    }
    return written.toString();
  }
}
