package org.wordborne.cli;

import java.io.Closeable;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.wordborne.text.Analysis;
import org.wordborne.text.Entities.Entity;
import org.wordborne.text.Evaluation;
import org.wordborne.text.Intent;
import org.wordborne.text.Sentiment;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes judgements as JSON Lines.
final class TextCommandJson implements Closeable {
  private static final double DIGITS = 10_000;

  private final JsonGenerator json;
  private boolean any;

  TextCommandJson(OutputStream out) {
    var factory = JsonFactory.builder().rootValueSeparator("\n").build();
    json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  /// Writes one analysis as one line.
  void write(String text, Analysis analysis) {
    json.writeStartObject();
    json.writeStringProperty("text", text);
    json.writeStringProperty("language", analysis.language());
    sentiment(analysis.sentiment());
    numbers("emotions", analysis.emotions());
    json.writeObjectPropertyStart("intents");
    for (Map.Entry<Intent, Double> intent : analysis.intents().entrySet()) {
      number(intent.getKey().word(), intent.getValue());
    }
    json.writeEndObject();
    number("spam", analysis.spam());
    number("offensive", analysis.offensive());
    number("irony", analysis.irony());
    entities(analysis);
    why(analysis);
    json.writeEndObject();
    any = true;
  }

  private void sentiment(Sentiment sentiment) {
    json.writeObjectPropertyStart("sentiment");
    json.writeStringProperty("label", sentiment.label().word());
    json.writeObjectPropertyStart("scores");
    number("positive", sentiment.positive());
    number("negative", sentiment.negative());
    number("neutral", sentiment.neutral());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void entities(Analysis analysis) {
    var entities = analysis.entities();
    json.writeObjectPropertyStart("entities");
    entities("hashtags", "hashtag", entities.hashtags());
    entities("handles", "handle", entities.handles());
    entities("links", "url", entities.links());
    entities("cashtags", "cashtag", entities.cashtags());
    entities("emoji", "emoji", entities.emoji());
    json.writeEndObject();
  }

  private void entities(String name, String what, List<Entity> all) {
    json.writeArrayPropertyStart(name);
    for (var entity : all) {
      json.writeStartObject();
      json.writeStringProperty(what, entity.text());
      json.writeNumberProperty("start", entity.start());
      json.writeNumberProperty("end", entity.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void why(Analysis analysis) {
    json.writeArrayPropertyStart("why");
    for (var reason : analysis.why()) {
      json.writeStartObject();
      json.writeStringProperty("judgement", reason.judgement());
      json.writeNumberProperty("start", reason.start());
      json.writeNumberProperty("end", reason.end());
      json.writeStringProperty("words", reason.words());
      number("weight", reason.weight());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the figures of one evaluation as one line; `shown` is left out where it is empty.
  void write(String task, Evaluation figures, Map<String, Double> shown) {
    json.writeStartObject();
    json.writeStringProperty("task", task);
    json.writeNumberProperty("n", figures.size());
    number("macroRecall", figures.macroRecall());
    number("macroF1", figures.macroF1());
    number("accuracy", figures.accuracy());
    json.writeObjectPropertyStart("perLabel");
    figures.perLabel().forEach(this::label);
    json.writeEndObject();
    confusion(figures);
    json.writeObjectPropertyStart("interval");
    figures.intervals(1).forEach(this::interval);
    json.writeEndObject();
    if (!shown.isEmpty()) {
      numbers("shown", shown);
    }
    json.writeEndObject();
    any = true;
  }

  private void label(String name, Evaluation.Label label) {
    json.writeObjectPropertyStart(name);
    number("recall", label.recall());
    number("precision", label.precision());
    number("f1", label.f1());
    json.writeNumberProperty("n", label.n());
    json.writeEndObject();
  }

  private void confusion(Evaluation figures) {
    json.writeObjectPropertyStart("confusion");
    json.writeArrayPropertyStart("labels");
    figures.labels().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("matrix");
    for (int[] row : figures.confusion()) {
      json.writeArray(row, 0, row.length);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void interval(String name, double[] ends) {
    json.writeArrayPropertyStart(name);
    json.writeNumber(rounded(ends[0]));
    json.writeNumber(rounded(ends[1]));
    json.writeEndArray();
  }

  private void numbers(String name, Map<String, Double> numbers) {
    json.writeObjectPropertyStart(name);
    numbers.forEach(this::number);
    json.writeEndObject();
  }

  private void number(String name, double value) {
    json.writeNumberProperty(name, rounded(value));
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }

  @Override
  public void close() {
    if (any) {
      json.writeRaw('\n');
    }
    json.close();
  }
}
