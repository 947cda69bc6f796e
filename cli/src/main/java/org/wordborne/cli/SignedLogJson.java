package org.wordborne.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import org.wordborne.effect.LogLine;
import org.wordborne.effect.SignedLog;
import tools.jackson.databind.JsonNode;

/// Reads a signed log; what is no such log is a [CommandException] that names the line.
final class SignedLogJson {
  private final String file;

  private SignedLogJson(String file) {
    this.file = file;
  }

  static SignedLog read(String file) throws IOException {
    return new SignedLogJson(file).log(DrawFiles.json(file, DrawFiles.text(file)));
  }

  private SignedLog log(JsonNode json) {
    if (!json.path("lines").isArray()) {
      throw new CommandException(file + ": \"lines\" must be a list, as a contest's log has it");
    }
    var lines = new ArrayList<LogLine>();
    for (JsonNode line : json.path("lines")) {
      lines.add(line("line " + (lines.size() + 1) + ": ", line));
    }
    var head = json.path("head");
    return new SignedLog(
        text("", json, "book"),
        text("", json, "publicKey"),
        number("head: ", head, "count"),
        text("head: ", head, "hash"),
        text("head: ", head, "signature"),
        lines);
  }

  private LogLine line(String where, JsonNode json) {
    var facts = new TreeMap<String, String>();
    for (var fact : json.path("facts").properties()) {
      facts.put(fact.getKey(), text(where, json.path("facts"), fact.getKey()));
    }
    return new LogLine(
        number(where, json, "number"),
        time(where, text(where, json, "at")),
        text(where, json, "by"),
        text(where, json, "deed"),
        facts,
        text(where, json, "hash"),
        text(where, json, "signature"));
  }

  private Instant time(String where, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw wrong(where, "at", "a time as 2026-11-27T19:00:00Z");
    }
  }

  private String text(String where, JsonNode json, String field) {
    if (!json.path(field).isString()) {
      throw wrong(where, field, "a string");
    }
    return json.path(field).asString();
  }

  private long number(String where, JsonNode json, String field) {
    if (!json.path(field).isIntegralNumber() || !json.path(field).canConvertToLong()) {
      throw wrong(where, field, "a whole number");
    }
    return json.path(field).asLong();
  }

  private CommandException wrong(String where, String field, String right) {
    return new CommandException(file + ": " + where + "\"" + field + "\" must be " + right);
  }
}
