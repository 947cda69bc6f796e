package org.wordborne.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Sentences of our own, labelled by us, which no weight was trained on.
record OwnSentences(String language, String mood, Set<Intent> intents, String text) {
  static List<OwnSentences> all() {
    try (InputStream in =
        Objects.requireNonNull(OwnSentences.class.getResourceAsStream("sentences.tsv"))) {
      var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return file.lines().skip(1).map(OwnSentences::of).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<String> texts() {
    return all().stream().map(OwnSentences::text).toList();
  }

  private static OwnSentences of(String line) {
    String[] parts = line.split("\t");
    Set<Intent> intents =
        Arrays.stream(parts[2].split(","))
            .filter(word -> !word.equals("-"))
            .map(word -> Intent.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new OwnSentences(parts[0], parts[1], intents, parts[3]);
  }
}
