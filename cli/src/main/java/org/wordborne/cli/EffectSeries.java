package org.wordborne.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wordborne.effect.Panel;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The series of `effect lift` and `effect power`: a row for each unit and time.
final class EffectSeries {
  private static final int MOST_UNITS = 400;
  private static final int MOST_TIMES = 1_000;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV with a header, columns between , or ; may be gzipped; - for input.")
  private String file = "-";

  @Option(names = "--unit", paramLabel = "C", description = "Column that names the unit.")
  private String unit = "";

  @Option(names = "--time", required = true, paramLabel = "C", description = "Column of the time.")
  private String time = "";

  @Option(
      names = "--value",
      required = true,
      paramLabel = "C",
      description = "Column of the value.")
  private String value = "";

  @Option(
      names = "--treated",
      paramLabel = "A,B",
      split = ",",
      description = "Units that the campaign touched; without --unit the one series.")
  private List<String> treated = List.of();

  @Option(
      names = "--covariates",
      paramLabel = "C,D",
      split = ",",
      description = "Columns that the campaign did not touch, for --method regression.")
  private List<String> covariates = List.of();

  /// What was read.
  ///
  /// @param order how times follow one another
  record Read(Panel panel, Set<String> treated, Comparator<String> order) {
    /// The first time at `from` or after it.
    String from(String file, String from) {
      for (String time : panel.times()) {
        if (order.compare(time, from) >= 0) {
          return time;
        }
      }
      throw new CommandException(
          "%s: --from '%s' lies behind the last time, '%s'"
              .formatted(file, from, panel.times().getLast()));
    }
  }

  String file() {
    return file;
  }

  boolean hasCovariates() {
    return !covariates.isEmpty();
  }

  Read read() throws IOException {
    if (treated.isEmpty() && !unit.isEmpty()) {
      throw new CommandException("--treated must name the units that the campaign touched");
    }
    if (unit.isEmpty() && covariates.isEmpty()) {
      throw new CommandException(
          "--unit names the column of the units; one series alone needs --covariates");
    }
    if (!unit.isEmpty() && !covariates.isEmpty() && treated.size() > 1) {
      throw new CommandException("--covariates takes one treated unit, not " + treated.size());
    }
    var cells = new LinkedHashMap<String, LinkedHashMap<String, Double>>();
    var table = EffectTable.read(file);
    if (covariates.isEmpty()) {
      readUnits(table, cells);
    } else {
      readSeries(table, cells);
    }
    var named = covariates.isEmpty() ? Set.copyOf(treated) : Set.of(value);
    return panel(cells, named);
  }

  private void readUnits(
      EffectTable table, LinkedHashMap<String, LinkedHashMap<String, Double>> cells) {
    int units = table.column(unit);
    int times = table.column(time);
    int values = table.column(value);
    for (int row = 0; row < table.size(); row++) {
      if (!table.isEmpty(row)) {
        put(table, row, cells, table.text(row, units), table.text(row, times), values);
      }
    }
  }

  private void readSeries(
      EffectTable table, LinkedHashMap<String, LinkedHashMap<String, Double>> cells) {
    int units = unit.isEmpty() ? -1 : table.column(unit);
    int times = table.column(time);
    var columns = new ArrayList<>(List.of(value));
    columns.addAll(covariates);
    for (int row = 0; row < table.size(); row++) {
      if (table.isEmpty(row) || units >= 0 && !treated.contains(table.text(row, units))) {
        continue;
      }
      for (String column : columns) {
        put(table, row, cells, column, table.text(row, times), table.column(column));
      }
    }
  }

  private void put(
      EffectTable table,
      int row,
      LinkedHashMap<String, LinkedHashMap<String, Double>> cells,
      String series,
      String at,
      int column) {
    var series0 = cells.computeIfAbsent(series, _ -> new LinkedHashMap<>());
    if (series0.put(at, table.number(row, column)) != null) {
      throw table.wrong(row, "'%s' has a value at '%s' already".formatted(series, at));
    }
    if (cells.size() > MOST_UNITS || series0.size() > MOST_TIMES) {
      throw table.wrong(row, "more than %d units or %d times".formatted(MOST_UNITS, MOST_TIMES));
    }
  }

  private Read panel(
      LinkedHashMap<String, LinkedHashMap<String, Double>> cells, Set<String> named) {
    var all = new ArrayList<String>();
    cells.values().forEach(row -> all.addAll(row.keySet()));
    var order = order(all);
    var sorted = new TreeSet<>(order);
    sorted.addAll(all);
    var times = List.copyOf(sorted);
    double[][] values = new double[cells.size()][times.size()];
    int index = 0;
    for (var row : cells.values()) {
      double[] own = values[index++];
      Arrays.setAll(own, t -> orNaN(row.get(times.get(t))));
    }
    try {
      return new Read(Panel.of(List.copyOf(cells.keySet()), times, values), named, order);
    } catch (IllegalArgumentException hole) {
      throw new CommandException(file + ": " + hole.getMessage());
    }
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /* Numbers by their value, everything else, dates first of all, by its letters. */
  private static Comparator<String> order(List<String> times) {
    boolean numbers = times.stream().allMatch(time -> time.matches("-?[0-9]{1,15}(\\.[0-9]+)?"));
    return numbers
        ? Comparator.<String>comparingDouble(EffectSeries::number).thenComparing(t -> t)
        : Comparator.naturalOrder();
  }

  private static double number(String time) {
    try {
      return Double.parseDouble(time);
    } catch (NumberFormatException noNumber) {
      throw new CommandException("--from '" + time + "' must be a number, as the times are");
    }
  }
}
