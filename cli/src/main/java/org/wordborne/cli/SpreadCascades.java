package org.wordborne.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordborne.spread.Cascade;

/// Reads cascades: CSV with `seconds` or `t_s`, and `cascade`, `followers` where there are.
final class SpreadCascades {
  private SpreadCascades() {}

  private record Telling(double second, double followers) {}

  /// The cascades of a file by name, in the order of their first rows; one named "" where the file
  /// has no column of names.
  static Map<String, Cascade> read(String file) throws IOException {
    var told = new LinkedHashMap<String, List<Telling>>();
    try (var table = new SpreadTable(file)) {
      int time = table.column("seconds", "t_s");
      int name = table.column("cascade");
      int followers = table.column("followers");
      if (time < 0) {
        throw new CommandException(file + ", line 1: a column must be called seconds or t_s");
      }
      while (table.next()) {
        double who = followers < 0 ? -1 : table.notNegative(followers);
        told.computeIfAbsent(name < 0 ? "" : table.word(name), any -> new ArrayList<>())
            .add(new Telling(table.number(time), who));
      }
    }
    if (told.isEmpty()) {
      throw new CommandException(file + ": holds no telling");
    }
    var cascades = new LinkedHashMap<String, Cascade>();
    told.forEach((name, tellings) -> cascades.put(name, cascade(tellings)));
    return cascades;
  }

  private static Cascade cascade(List<Telling> tellings) {
    tellings.sort(Comparator.comparingDouble(Telling::second));
    double first = tellings.getFirst().second;
    double[] seconds = tellings.stream().mapToDouble(one -> one.second - first).toArray();
    boolean counted = tellings.getFirst().followers >= 0;
    long[] followers = tellings.stream().mapToLong(one -> (long) one.followers).toArray();
    return Cascade.of(seconds, counted ? followers : null);
  }

  /// An age as `90s`, `10m`, `1h`, `2d`, in seconds.
  static double age(String option, String word) {
    if (word.matches("[0-9]{1,9}(\\.[0-9]{1,6})?[smhd]")) {
      double number = Double.parseDouble(word.substring(0, word.length() - 1));
      double unit =
          switch (word.charAt(word.length() - 1)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            default -> 86_400;
          };
      return number * unit;
    }
    throw new CommandException(
        option + ": must be ages such as 90s, 10m, 1h, 2d, was '" + word + "'");
  }
}
