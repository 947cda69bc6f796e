package org.wordborne.text;

/// The working space of one reading: scan, writing, grams, features. Not for two threads at once.
final class TextReader {
  final Scan scan = new Scan();
  final Scripts scripts = new Scripts();
  final Grams grams = new Grams();
  final Features features = new Features();

  /// Reads what the language is told by.
  void read(String text) {
    scan.read(text);
    scripts.count(scan);
    grams.gather(scan);
  }

  /// Reads the rest, once the language is known.
  void readWords(String language) {
    features.gather(scan, Lexicon.of(language));
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
    return unit(grams.inWords + grams.shortCount);
  }

  private static float unit(int count) {
    return count == 0 ? 0 : (float) (1 / Math.sqrt(count));
  }
}
