package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import org.wordborne.effect.LogLine;
import org.wordborne.effect.SignedLog;
import tools.jackson.databind.json.JsonMapper;

/// Reads an exported log as a stranger would.
final class LogFixture {
  private LogFixture() {}

  static SignedLog read(String exported) {
    var json = JsonMapper.builder().build().readTree(exported);
    var lines = new ArrayList<LogLine>();
    for (var line : json.path("lines")) {
      var facts = new TreeMap<String, String>();
      line.path("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asString()));
      lines.add(
          new LogLine(
              line.path("number").asLong(),
              Instant.parse(line.path("at").asString()),
              line.path("by").asString(),
              line.path("deed").asString(),
              facts,
              line.path("hash").asString(),
              line.path("signature").asString()));
    }
    var head = json.path("head");
    return new SignedLog(
        json.path("book").asString(),
        json.path("publicKey").asString(),
        head.path("count").asLong(),
        head.path("hash").asString(),
        head.path("signature").asString(),
        lines);
  }
}
