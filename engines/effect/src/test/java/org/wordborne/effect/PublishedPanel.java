package org.wordborne.effect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/* Reads the plain tables of spread/lift. */
final class PublishedPanel {
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("WORDBORNE_DATA", "no-data"), "spread", "lift");

  private PublishedPanel() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  static Panel read(String file, char between, String unit, String time, String value) {
    var rows = rows(file, between);
    var header = rows.removeFirst();
    int u = header.indexOf(unit);
    int t = header.indexOf(time);
    int v = header.indexOf(value);
    var units = rows.stream().map(row -> row.get(u)).distinct().toList();
    var times = List.copyOf(new TreeSet<>(rows.stream().map(row -> row.get(t)).toList()));
    double[][] values = new double[units.size()][times.size()];
    for (var row : rows) {
      values[units.indexOf(row.get(u))][times.indexOf(row.get(t))] = Double.parseDouble(row.get(v));
    }
    return Panel.of(units, times, values);
  }

  static Panel wide(String file, List<String> series) {
    var rows = rows(file, ',');
    var header = rows.removeFirst();
    double[][] values = new double[series.size()][rows.size()];
    for (int i = 0; i < series.size(); i++) {
      for (int t = 0; t < rows.size(); t++) {
        values[i][t] = Double.parseDouble(rows.get(t).get(header.indexOf(series.get(i))));
      }
    }
    return Panel.of(series, rows.stream().map(List::getFirst).toList(), values);
  }

  private static List<List<String>> rows(String file, char between) {
    try (var in = Files.newInputStream(FOLDER.resolve(file));
        var plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      var rows = new ArrayList<List<String>>();
      var cut = Pattern.compile(Pattern.quote(String.valueOf(between)));
      lines.lines().forEach(l -> rows.add(List.of(cut.split(l.replace("\"", ""), -1))));
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
