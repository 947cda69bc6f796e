package org.wordborne.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.spread.BurstDetector;
import org.wordborne.spread.BurstReading;
import org.wordborne.spread.BurstSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// When there was more talk than usual.
@Command(
    name = "bursts",
    description = "Time, value, score and alarm of each row of a series of counts.",
    mixinStandardHelpOptions = true)
final class SpreadCommandBursts implements Callable<Integer> {
  private static final int MOST_STEP = 86_400;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SERIES",
      description = "CSV: timestamp,value (or the first two columns), in order; - for input")
  private String file = "-";

  @Option(names = "--per-week", description = "false alarms a week that are borne (1)")
  private double perWeek = 1;

  @Option(names = "--least", description = "fewest words that make an alarm (4)")
  private double least = 4;

  @Option(names = "--zone-offset", description = "minutes that local time is ahead of UTC (0)")
  private int zoneOffset;

  @Option(names = "--alarms", description = "only the rows in which a burst begins")
  private boolean alarmsOnly;

  private record Row(String time, long second, double value) {}

  @Override
  public Integer call() throws IOException {
    if (!(perWeek > 0) || !(least >= 0)) {
      throw new CommandException("--per-week must be above 0 and --least not negative");
    }
    var rows = rows();
    var settings = new BurstSettings(step(rows), perWeek, least, zoneOffset);
    var detector = new BurstDetector(settings);
    try (var json = new EngineJson(spec.commandLine().getOut())) {
      for (Row row : rows) {
        var reading = detector.add(row.second, row.value);
        if (reading.alarm() || !alarmsOnly) {
          write(json, row, reading);
        }
      }
    }
    return 0;
  }

  private static void write(EngineJson json, Row row, BurstReading reading) {
    var told = new LinkedHashMap<String, Object>();
    told.put("time", row.time);
    told.put("value", row.value);
    told.put("score", EngineJson.rounded(reading.score(), 3));
    told.put("alarm", reading.alarm());
    told.put("burning", reading.burning());
    told.put("usual", new double[] {reading.usualLow(), reading.usualHigh()});
    told.put("span", reading.span());
    json.write(told);
  }

  private List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    try (var table = new SpreadTable(file)) {
      if (table.columns() < 2) {
        throw new CommandException(file + ", line 1: must have two columns, time and value");
      }
      int time = Math.max(0, table.column("timestamp", "time", "at", "date", "minute"));
      int named = table.column("value", "count", "words", "mentions");
      int value = named >= 0 ? named : time == 0 ? 1 : 0;
      while (table.next()) {
        String word = table.word(time);
        long second = second(table, word);
        if (!rows.isEmpty() && second <= rows.getLast().second) {
          throw table.wrong("times must rise, '" + word + "' does not");
        }
        rows.add(new Row(word, second, table.notNegative(value)));
      }
    }
    if (rows.size() < 2) {
      throw new CommandException(file + ": must have at least two rows");
    }
    return rows;
  }

  private static long second(SpreadTable table, String word) {
    if (word.matches("[0-9]{1,12}(\\.[0-9]*)?")) {
      return (long) Double.parseDouble(word);
    }
    String plain = word.replace(' ', 'T');
    try {
      if (plain.length() == "2026-11-22".length()) {
        return LocalDate.parse(plain).toEpochDay() * MOST_STEP;
      }
      return plain.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
          ? OffsetDateTime.parse(plain).toEpochSecond()
          : LocalDateTime.parse(plain).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw table.wrong(
          "the time must be like 2026-11-22T09:00:00Z or seconds since 1970, was '" + word + "'");
    }
  }

  /// The middle of the times between rows.
  private static int step(List<Row> rows) {
    var steps = new long[rows.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = rows.get(i + 1).second - rows.get(i).second;
    }
    java.util.Arrays.sort(steps);
    return Math.clamp(steps[steps.length / 2], 1, MOST_STEP);
  }
}
