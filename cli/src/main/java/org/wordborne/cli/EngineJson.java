package org.wordborne.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what engine commands say: maps, lists, numbers and words, one object a line.
final class EngineJson implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;

  EngineJson(PrintWriter out) {
    this.out = out;
  }

  void write(Map<String, Object> object) {
    var written = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
      value(json, object);
    }
    out.println(written);
  }

  private static void value(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach(
            (name, one) -> {
              json.writeName((String) name);
              value(json, one);
            });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(one -> value(json, one));
        json.writeEndArray();
      }
      case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
      case double[] numbers -> json.writeArray(numbers, 0, numbers.length);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }

  /// The number with so many places behind the point.
  static double rounded(double value, int places) {
    double scale = Math.pow(10, places);
    return Math.round(value * scale) / scale;
  }

  @Override
  public void close() {
    out.flush();
  }
}
