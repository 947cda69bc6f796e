package org.wordborne.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Of 10,000 texts fewer than one in a hundred may share their wording, names masked.
class WordingTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir java.nio.file.Path folder;

  @Test
  void history_tenThousandTexts_shareAlmostNoWording() {
    List<String> texts;
    try (var town = Town.open(TownOptions.in(folder))) {
      texts = town.historyLines().map(WordingTest::text).toList();
    }

    assertThat(sharing(texts.subList(texts.size() - 10_000, texts.size()))).isLessThan(0.01);
  }

  @Test
  void generate_tenThousandTexts_shareAlmostNoWording() {
    var texts = Town.generate(11, 10_000).map(WordingTest::text).toList();

    assertThat(sharing(texts)).isLessThan(0.01);
  }

  @Test
  void generate_sameSeed_givesTheSameLines() {
    var once = Town.generate(5, 300).toList();

    assertThat(Town.generate(5, 300).toList()).isEqualTo(once).doesNotHaveDuplicates();
  }

  static String text(String line) {
    return JSON.readTree(line).path("text").asString();
  }

  /// The share of texts whose masked wording another text has, too.
  static double sharing(List<String> texts) {
    var names = names();
    var counts =
        texts.stream()
            .map(text -> masked(text, names))
            .collect(Collectors.groupingBy(masked -> masked, Collectors.counting()));
    long sharing = counts.values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
    return (double) sharing / texts.size();
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    for (var origin : Population.Names.read()) {
      names.addAll(List.of(origin.firsts()));
      names.addAll(List.of(origin.families()));
    }
    names.addAll(
        List.of(
            "Ines Tomasz Ruth Mirela Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
                .split(" ")));
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static String masked(String text, Set<String> names) {
    var masked = new StringBuilder();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_.]+")) {
      String bare = word.replaceAll("\\.+$", "");
      boolean handle = bare.matches(".*[_\\d.].*");
      masked.append(handle || names.contains(bare) ? "#" : bare).append(' ');
    }
    return masked.toString();
  }
}
