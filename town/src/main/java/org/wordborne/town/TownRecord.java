package org.wordborne.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What a town must not forget: who it is, when it began, and where its doors are.
record TownRecord(long seed, Instant firstDay, ZoneId zone, int historyDays, List<Integer> ports) {

  static TownRecord openOrFound(TownOptions options) {
    var file = file(options.folder());
    if (!Files.exists(file)) {
      var now = options.clock().instant().truncatedTo(ChronoUnit.SECONDS);
      return new TownRecord(
          options.seed(), now, options.zone(), options.historyDays(), ports(options));
    }
    try {
      var json = JsonMapper.shared().readTree(Files.readString(file));
      var ports = new ArrayList<Integer>();
      json.path("ports").forEach(port -> ports.add(port.asInt()));
      return new TownRecord(
          json.path("seed").asLong(),
          Instant.parse(json.path("firstDay").asString()),
          ZoneId.of(json.path("zone").asString()),
          json.path("historyDays").asInt(),
          options.portBase() > 0 ? ports(options) : ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("town.json");
  }

  private static List<Integer> ports(TownOptions options) {
    var ports = new ArrayList<Integer>();
    for (int i = 0; i <= Institution.values().length; i++) {
      ports.add(options.portBase() == 0 ? 0 : options.portBase() + i);
    }
    return ports;
  }

  int port(int index) {
    return index < ports.size() ? ports.get(index) : 0;
  }

  /// Numbers differ from those of a town founded in another minute.
  long firstNumber() {
    return Math.max(1, (firstDay.getEpochSecond() - 1_780_000_000L) / 60) * 1_000 + 1;
  }

  void keepPorts(Path folder, List<Integer> now) {
    var json = new StringBuilder("{\"seed\":").append(seed).append(',');
    PostJson.field(json, "firstDay", firstDay.toString());
    PostJson.field(json, "zone", zone.getId());
    json.append("\"historyDays\":").append(historyDays);
    json.append(",\"ports\":").append(now).append('}');
    try {
      Files.createDirectories(folder);
      Files.writeString(file(folder), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
