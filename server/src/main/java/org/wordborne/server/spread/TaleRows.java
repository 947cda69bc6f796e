package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wordborne.server.spread.TaleRow.TaleForecast;
import org.wordborne.server.spread.TalesView.TaleForetold;
import org.wordborne.server.spread.TalesView.TaleRecord;

/// Tales as lines of a list, and how forecasts of them did.
final class TaleRows {
  private static final int SPARK = 12;

  private TaleRows() {}

  /// The line of a list.
  static TaleRow row(TaleLine line, Map<UUID, List<Telling>> tellings, Instant now) {
    return row(line, TaleForecasts.tellers(tellings.getOrDefault(line.id(), List.of())), now);
  }

  static TaleRow row(TaleLine line, List<Telling> tellers, Instant now) {
    return new TaleRow(
        line.id(),
        line.topic(),
        line.title(),
        line.told(),
        line.line(),
        line.quietAt() == null && !tellers.isEmpty() ? forecast(tellers, now, line) : null,
        line.truth(),
        spark(tellers, line),
        line.begunAt(),
        line.lastAt(),
        line.quietAt());
  }

  private static TaleForecast forecast(List<Telling> tellers, Instant now, TaleLine line) {
    Instant at = now.isBefore(line.lastAt()) ? line.lastAt() : now;
    var told = TaleForecasts.of(tellers, at, line.line());
    return new TaleForecast(
        told.median(), told.b50(), told.b80(), told.b90(), told.naive(), told.pass());
  }

  private static List<Integer> spark(List<Telling> tellers, TaleLine line) {
    var spark = new ArrayList<Integer>();
    long whole = Math.max(1, Duration.between(line.begunAt(), line.lastAt()).toMillis());
    for (int i = 1; i <= SPARK; i++) {
      Instant until = line.begunAt().plusMillis(whole * i / SPARK);
      spark.add((int) tellers.stream().filter(one -> !one.at().isAfter(until)).count());
    }
    return spark;
  }

  /// How forecasts did over tales that ended.
  static TaleRecord record(List<TaleLine> lines, Map<UUID, List<Telling>> tellings) {
    int in80 = 0;
    var tales = new ArrayList<TaleForetold>();
    for (TaleLine line : lines) {
      var all = tellings.get(line.id());
      var judged =
          line.quietAt() == null || all == null
              ? null
              : TaleForecasts.judged(TaleForecasts.tellers(all));
      if (judged != null) {
        in80 += judged.in80() ? 1 : 0;
        tales.add(foretold(line, judged));
      }
    }
    int in90 = (int) tales.stream().filter(TaleForetold::held).count();
    return new TaleRecord(tales.size(), in80, in90, tales);
  }

  private static TaleForetold foretold(TaleLine line, TaleForecasts.Judged judged) {
    var foretold = judged.foretold();
    return new TaleForetold(
        line.id(),
        line.title(),
        judged.at(),
        foretold.median(),
        foretold.b90().low(),
        foretold.b90().high(),
        line.told(),
        judged.in90());
  }
}
