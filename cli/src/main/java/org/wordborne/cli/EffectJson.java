package org.wordborne.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wordborne.effect.Effect;
import org.wordborne.effect.Fit;
import org.wordborne.effect.Smallest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what the `effect` commands say, each as one line; numbers that are not known are null.
final class EffectJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double DIGITS = 1e6;
  private static final MathContext THREE = new MathContext(3);

  private EffectJson() {}

  static String object(Consumer<JsonGenerator> properties) {
    var written = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
      json.writeStartObject();
      properties.accept(json);
      json.writeEndObject();
    }
    return written.toString();
  }

  static String effect(Effect effect, boolean withPath) {
    return object(
        json -> {
          boolean known = effect.identifiable();
          number(json, "effect", known ? effect.effect() : Double.NaN);
          number(json, "relative", known ? effect.relative() : Double.NaN);
          number(json, "total", known ? effect.total() : Double.NaN);
          interval(json, known ? effect.low() : Double.NaN, effect.high());
          number(json, "level", effect.level());
          number(json, "p", effect.p());
          json.writeStringProperty("method", effect.method().word());
          weights(json, "weights", effect.weights());
          if (!effect.timeWeights().isEmpty()) {
            weights(json, "timeWeights", effect.timeWeights());
          }
          fit(json, effect.fit());
          json.writeBooleanProperty("identifiable", known);
          why(json, effect.why());
          if (withPath) {
            path(json, effect);
          }
        });
  }

  static String smallest(Smallest smallest) {
    return object(
        json -> {
          number(json, "smallest", smallest.effect());
          number(json, "relative", smallest.relative());
          number(json, "level", smallest.level());
          number(json, "power", smallest.power());
          json.writeNumberProperty("rehearsals", smallest.rehearsals());
          json.writeStringProperty("method", smallest.method().word());
          json.writeBooleanProperty("identifiable", smallest.identifiable());
          why(json, smallest.why());
        });
  }

  static void strings(JsonGenerator json, String name, List<String> all) {
    json.writeArrayPropertyStart(name);
    all.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void interval(JsonGenerator json, double low, double high) {
    if (Double.isNaN(low)) {
      json.writeNullProperty("interval");
      return;
    }
    json.writeArrayPropertyStart("interval");
    json.writeNumber(rounded(low));
    json.writeNumber(rounded(high));
    json.writeEndArray();
  }

  private static void fit(JsonGenerator json, Fit fit) {
    json.writeObjectPropertyStart("fit");
    number(json, "rmspe", fit.rmspe());
    number(json, "scaled", fit.scaled());
    number(json, "correlation", fit.correlation());
    json.writeNumberProperty("before", fit.before());
    json.writeNumberProperty("donors", fit.donors());
    json.writeEndObject();
  }

  private static void weights(JsonGenerator json, String name, Map<String, Double> weights) {
    json.writeObjectPropertyStart(name);
    weights.forEach((unit, weight) -> number(json, unit, weight));
    json.writeEndObject();
  }

  private static void path(JsonGenerator json, Effect effect) {
    json.writeArrayPropertyStart("path");
    for (var point : effect.path()) {
      json.writeStartObject();
      json.writeStringProperty("time", point.time());
      number(json, "actual", point.actual());
      number(json, "otherwise", point.otherwise());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("placebos");
    for (var placebo : effect.placebos()) {
      json.writeStartObject();
      json.writeStringProperty("unit", placebo.unit());
      number(json, "effect", placebo.effect());
      number(json, "rmspe", placebo.rmspe());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void why(JsonGenerator json, String why) {
    if (why.isEmpty()) {
      json.writeNullProperty("why");
    } else {
      json.writeStringProperty("why", why);
    }
  }

  private static void number(JsonGenerator json, String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, rounded(value));
    } else {
      json.writeNullProperty(name);
    }
  }

  private static double rounded(double value) {
    if (Math.abs(value) >= 1e12) {
      return value;
    }
    return Math.abs(value) < 1e-3
        ? new BigDecimal(value).round(THREE).doubleValue()
        : Math.round(value * DIGITS) / DIGITS;
  }
}
