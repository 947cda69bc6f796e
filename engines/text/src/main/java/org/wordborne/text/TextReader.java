package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;

/// The working space of one reading: scan, writing, grams, features. Not for two threads at once.
final class TextReader {
  final Scan scan = new Scan();
  final Scripts scripts = new Scripts();
  final Grams grams = new Grams();
  final Features features = new Features();

  /// A place to note rows that nobody asks for again.
  final int[] rows = new int[Grams.TELLING];

  /// Turns of phrase met in the text.
  final List<Cues.Met> met = new ArrayList<>();

  /// Reads what the language is told by.
  void read(String text) {
    scan.read(text);
    scripts.count(scan);
    grams.gather(scan);
  }

  /// Reads the rest, once the language is known.
  void readWords(String language) {
    met.clear();
    Cues.of(language).find(scan, met);
    if (language.equals(LanguageJudge.UNKNOWN)) {
      Cues.of("en").find(scan, met);
      Cues.of("de").find(scan, met);
    }
    features.gather(scan, Lexicon.of(language), met);
  }

  /// What one word feature counts for: long texts speak no louder than short ones.
  float wordValue() {
    return unit(features.count);
  }

  /// What one gram counts for; grams together weigh half of what words do.
  float gramValue() {
    return unit(grams.count) * 0.5f;
  }

  /// What one feature counts for in the language.
  float languageValue() {
    return unit(grams.tellingLong() + grams.tellingShort());
  }

  private static float unit(int count) {
    return count == 0 ? 0 : (float) (1 / Math.sqrt(count));
  }
}
