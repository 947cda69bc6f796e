package org.wordborne.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.wordborne.spread.BurstDetector;
import org.wordborne.spread.BurstSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bursts beside a plain detector, which keeps a moving mean and deviation and raises an alarm at
/// so many deviations above; its line is put where it raises as many false alarms as ours.
///
/// Arguments: a folder with series `NAME.csv.gz` (timestamp,value) and a `windows*.json` that
/// names their labelled windows, scored as by the Numenta Anomaly Benchmark. Without it only
/// bursts of our own making, of known onset, are measured.
public final class BurstsBenchmark implements Benchmark {
  private static final int STEP = 300;
  private static final double[] PER_WEEK = {.1, .2, .3, .5, 1, 2, 4};
  private static final int DAY = 86_400 / STEP;

  /// Is made by the service loader.
  public BurstsBenchmark() {}

  @Override
  public String name() {
    return "bursts";
  }

  @Override
  public String about() {
    return "unusual talk: ours beside a moving mean and deviation";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    var comparisons = new ArrayList<Comparison>();
    for (int times : new int[] {2, 4, 8}) {
      comparisons.add(made(times));
    }
    if (!arguments.isEmpty()) {
      comparisons.addAll(labelled(series(Path.of(arguments.getFirst()))));
    }
    return comparisons;
  }

  /// A series, and its windows as first and last row.
  private record Series(String name, long[] seconds, double[] values, List<int[]> windows) {
    int silent() {
      return (int) Math.min(750, .15 * values.length);
    }

    int window(int row) {
      for (int i = 0; i < windows.size(); i++) {
        if (row >= windows.get(i)[0] && row <= windows.get(i)[1]) {
          return i;
        }
      }
      return -1;
    }
  }

  private static List<Series> series(Path folder) throws IOException {
    var all = new ArrayList<Series>();
    try (var files = Files.list(folder)) {
      Path labels =
          files
              .filter(file -> file.getFileName().toString().startsWith("windows"))
              .findFirst()
              .orElseThrow(() -> new IOException(folder + ": no windows*.json"));
      JsonNode windows = JsonMapper.shared().readTree(Files.readString(labels));
      for (String name : windows.propertyNames()) {
        all.add(series(folder.resolve(name + ".gz"), name, windows.get(name)));
      }
    }
    return all;
  }

  private static Series series(Path file, String name, JsonNode labels) throws IOException {
    var seconds = new ArrayList<Long>();
    var values = new ArrayList<Double>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(",");
        seconds.add(second(words[0]));
        values.add(Double.parseDouble(words[1]));
      }
    }
    long[] at = seconds.stream().mapToLong(Long::longValue).toArray();
    var windows = new ArrayList<int[]>();
    for (JsonNode label : labels) {
      int first = Arrays.binarySearch(at, second(label.get(0).asString()));
      int last = Arrays.binarySearch(at, second(label.get(1).asString()));
      windows.add(new int[] {first < 0 ? -first - 1 : first, last < 0 ? -last - 2 : last});
    }
    return new Series(
        name, at, values.stream().mapToDouble(Double::doubleValue).toArray(), windows);
  }

  private static long second(String time) {
    return LocalDateTime.parse(time.substring(0, 19).replace(' ', 'T'))
        .toEpochSecond(ZoneOffset.UTC);
  }

  /// Scores where an alarm begins, 0 elsewhere.
  private static double[] ours(long[] seconds, double[] values, double perWeek) {
    var detector = new BurstDetector(BurstSettings.every(STEP).withFalseAlarmsPerWeek(perWeek));
    var alarms = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      var reading = detector.add(seconds[i], values[i]);
      alarms[i] = reading.alarm() ? reading.score() : 0;
    }
    return alarms;
  }

  /// Deviations above the moving mean of about a day; quiet for an hour after each alarm.
  private static double[] plain(double[] values, double line) {
    double mean = values[0];
    double square = 1;
    var alarms = new double[values.length];
    int quiet = DAY;
    for (int i = 1; i < values.length; i++) {
      double off = values[i] - mean;
      double deviations = off / Math.sqrt(square + 1e-9);
      if (deviations > line && --quiet < 0) {
        alarms[i] = deviations;
        quiet = 12;
      } else {
        quiet--;
      }
      mean += off * 2 / DAY;
      square += (off * off - square) * 2 / DAY;
    }
    return alarms;
  }

  private record Score(double nab, double found, double falseAlarms) {}

  private static Score score(Series one, double[] alarms) {
    double sum = 0;
    int wrong = 0;
    var found = new boolean[one.windows.size()];
    for (int row = one.silent(); row < alarms.length; row++) {
      int window = one.window(row);
      if (alarms[row] > 0 && window < 0) {
        wrong++;
        sum += .11 * lateness(one, row);
      } else if (alarms[row] > 0 && !found[window]) {
        found[window] = true;
        int[] ends = one.windows.get(window);
        sum += sigmoid(-(ends[1] - row + 1.0) / (ends[1] - ends[0] + 1)) / .98661;
      }
    }
    int met = 0;
    for (boolean each : found) {
      met += each ? 1 : 0;
      sum -= each ? 0 : 1;
    }
    return new Score(sum, met, wrong);
  }

  private static double lateness(Series one, int row) {
    double weight = -1;
    for (int[] ends : one.windows) {
      double behind = (row - ends[1]) / (double) (ends[1] - ends[0]);
      if (row > ends[1]) {
        weight = behind > 3 ? -1 : sigmoid(behind);
      }
    }
    return weight;
  }

  private static double sigmoid(double y) {
    return 2 / (1 + Math.exp(5 * y)) - 1;
  }

  private static Score total(List<Series> all, List<double[]> alarms) {
    double nab = 0;
    double met = 0;
    double wrong = 0;
    int windows = 0;
    for (int i = 0; i < all.size(); i++) {
      var one = score(all.get(i), alarms.get(i));
      nab += one.nab;
      met += one.found;
      wrong += one.falseAlarms;
      windows += all.get(i).windows.size();
    }
    return new Score(100 * (nab + windows) / (2 * windows), met, wrong);
  }

  private static List<Comparison> labelled(List<Series> all) {
    var ours = total(all, all.stream().map(one -> ours(one.seconds, one.values, 1)).toList());
    Score theirs = new Score(0, 0, 0);
    for (double line = 12; line > 1; line *= .98) {
      double height = line;
      var next = total(all, all.stream().map(one -> plain(one.values, height)).toList());
      if (next.falseAlarms > ours.falseAlarms) {
        break;
      }
      theirs = next;
    }
    double oursBest = 0;
    for (double perWeek : PER_WEEK) {
      var alarms = all.stream().map(one -> ours(one.seconds, one.values, perWeek)).toList();
      oursBest = Math.max(oursBest, total(all, alarms).nab);
    }
    double theirBest = 0;
    for (double line = 12; line > 1; line *= .98) {
      double height = line;
      var alarms = all.stream().map(one -> plain(one.values, height)).toList();
      theirBest = Math.max(theirBest, total(all, alarms).nab);
    }
    String peer = "moving mean, as many false alarms";
    int windows = all.stream().mapToInt(one -> one.windows.size()).sum();
    return List.of(
        new Comparison(
            "labelled series, NAB score", peer, "points", one(ours.nab), one(theirs.nab)),
        new Comparison(
            "labelled series, NAB score, each at its best line",
            "moving mean",
            "points",
            one(oursBest),
            one(theirBest)),
        new Comparison(
            "labelled windows found of " + windows,
            peer,
            "windows",
            one(ours.found),
            one(theirs.found)),
        new Comparison(
            "false alarms on them", peer, "", one(ours.falseAlarms), one(theirs.falseAlarms)));
  }

  private static List<Double> one(double value) {
    return List.of(value);
  }

  /// Minutes from onset to alarm, for bursts of 30 minutes in talk of our own making; 60 if missed.
  private static Comparison made(int times) {
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (long seed = 0; seed < 50; seed++) {
      var chance = new SplittableRandom(seed);
      var values = new double[22 * DAY];
      var seconds = new long[values.length];
      int onset = 21 * DAY + (int) (seed * 5);
      for (int i = 0; i < values.length; i++) {
        seconds[i] = (long) i * STEP;
        double rate = 8 * (1 + .8 * Math.sin(2 * Math.PI * i / DAY));
        values[i] = poisson(chance, i >= onset && i < onset + 6 ? rate * times : rate);
      }
      ours.add(delay(ours(seconds, values, 1), onset));
      theirs.add(delay(plain(values, 4), onset)); // about one false alarm a week on such talk
    }
    return new Comparison(
        "talk times " + times + " for 30 minutes, delay",
        "moving mean, 4 deviations",
        "min",
        ours,
        theirs);
  }

  private static double poisson(SplittableRandom chance, double mean) {
    double product = chance.nextDouble();
    int count = 0;
    while (product > Math.exp(-mean)) {
      count++;
      product *= chance.nextDouble();
    }
    return count;
  }

  private static double delay(double[] alarms, int onset) {
    for (int i = onset; i < Math.min(alarms.length, onset + 12); i++) {
      if (alarms[i] > 0) {
        return (i - onset + 1) * STEP / 60.0;
      }
    }
    return 60;
  }
}
