package org.wordborne.text;

import java.util.List;
import java.util.Map;

/// Says what a text says.
public final class TextAnalyzer {
  private static final TextAnalyzer STANDARD = new TextAnalyzer();

  private TextAnalyzer() {}

  /// Returns the analyzer with the weights of this jar.
  public static TextAnalyzer standard() {
    return STANDARD;
  }

  /// Analyzes a text of unknown language.
  public Analysis analyze(String text) {
    return analyze(text, "");
  }

  /// Analyzes a text whose channel names a language, which breaks ties; `""` for none.
  public Analysis analyze(String text, String languageHint) {
    var sentiment = new Sentiment(SentimentLabel.UNSURE, 0, 0, 1, 0, false);
    var language = languageHint.isEmpty() ? "und" : languageHint;
    return new Analysis(
        language, 0, sentiment, Map.of(), Map.of(), 0, 0, 0, Entities.NONE, List.of());
  }
}
