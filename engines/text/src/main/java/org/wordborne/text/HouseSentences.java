package org.wordborne.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Sentences of our own writing, labelled by us: how people talk of a café or a shop.
///
/// @param language `en` or `de`
/// @param mood 0 negative, 1 neutral, 2 positive
/// @param intents words of [Intent], none or several
/// @param text the sentence
record HouseSentences(String language, int mood, List<String> intents, String text) {
  private static final List<String> MOODS = List.of("negative", "neutral", "positive");

  /// Returns all of them.
  static List<HouseSentences> all() {
    try (InputStream in =
            Objects.requireNonNull(HouseSentences.class.getResourceAsStream("house.tsv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(HouseSentences::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HouseSentences of(String line) {
    String[] parts = line.split("\t");
    var intents = parts[2].equals("-") ? List.<String>of() : List.of(parts[2].split(","));
    return new HouseSentences(parts[0], MOODS.indexOf(parts[1]), intents, parts[3]);
  }

  boolean is(Intent intent) {
    return intents.contains(intent.word());
  }
}
