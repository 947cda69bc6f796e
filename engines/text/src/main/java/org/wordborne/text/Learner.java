package org.wordborne.text;

import java.util.Arrays;

/// Reads texts for training: counts their features, then finds them in a dictionary.
final class Learner {
  private final TextReader reader = new TextReader();
  private final Dictionary dictionary;

  Learner(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  void meet(String text, String language) {
    reader.read(text);
    reader.readWords(language);
    meet(reader.features.key, reader.features.count);
    meet(reader.grams.key, reader.grams.count);
  }

  void meetLanguage(String text) {
    reader.read(text);
    meet(reader.grams.key, reader.grams.tellingLong());
    meet(reader.grams.shortKey, reader.grams.tellingShort());
  }

  Problem.Extract find(String text, String language) {
    reader.read(text);
    reader.readWords(language);
    int[] found = new int[reader.features.count + reader.grams.count];
    int words = find(reader.features.key, reader.features.count, found, 0);
    int all = find(reader.grams.key, reader.grams.count, found, words);
    return new Problem.Extract(
        Arrays.copyOf(found, all), words, reader.wordValue(), reader.gramValue());
  }

  Problem.Extract findLanguage(String text) {
    reader.read(text);
    int[] found = new int[reader.grams.tellingLong() + reader.grams.tellingShort()];
    int first = find(reader.grams.key, reader.grams.tellingLong(), found, 0);
    int all = find(reader.grams.shortKey, reader.grams.tellingShort(), found, first);
    float value = reader.languageValue();
    return new Problem.Extract(Arrays.copyOf(found, all), first, value, value);
  }

  private void meet(int[] keys, int count) {
    for (int i = 0; i < count; i++) {
      dictionary.meet(keys[i]);
    }
  }

  private int find(int[] keys, int count, int[] found, int from) {
    int at = from;
    for (int i = 0; i < count; i++) {
      int number = dictionary.find(keys[i]);
      if (number >= 0) {
        found[at++] = number;
      }
    }
    return at;
  }
}
