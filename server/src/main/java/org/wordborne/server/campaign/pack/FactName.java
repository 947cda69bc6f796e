package org.wordborne.server.campaign.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The facts a pack may ask for: one form for every place.
///
/// @param step of the form: 1 who and whom, 2 how one enters and wins, 3 prizes and times
/// @param words the words it knows, where it knows some
/// @param question by language
public record FactName(
    String name, FactKind kind, int step, List<String> words, Map<String, String> question) {
  private static final String RATE = "rate\\.[A-Z]{3}\\.[A-Z]{3}";
  private static final List<FactName> ALL = FactNames.all();
  private static final Map<String, FactName> BY_NAME =
      ALL.stream().collect(Collectors.toMap(FactName::name, Function.identity()));

  /// All of them, in the order of the form.
  public static List<FactName> all() {
    return ALL;
  }

  /// The fact of that name; `rate.GBP.USD` and its like are made as they are asked for.
  public static Optional<FactName> named(String name) {
    if (name.matches(RATE)) {
      String from = name.substring(5, 8);
      String to = name.substring(9);
      return Optional.of(
          new FactName(
              name,
              FactKind.RATE,
              3,
              List.of(),
              Map.of(
                  "en", "What was one " + from + " worth in " + to + ", and on which day?",
                  "de", "Was war 1 " + from + " in " + to + " wert, und an welchem Tag?")));
    }
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// The name that was likely meant.
  static String near(String name) {
    return Arrays.stream(ALL.stream().map(FactName::name).toArray(String[]::new))
        .min(java.util.Comparator.comparingInt(known -> distance(known, name)))
        .orElse("selection");
  }

  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + cost);
      }
      before = row;
    }
    return before[right.length()];
  }
}
