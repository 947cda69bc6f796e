package org.wordborne.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Says what a text says, in one pass over it.
///
/// ```java
/// var analysis = TextAnalyzer.standard().analyze("Third sour espresso since Saturday.");
/// analysis.sentiment().label();  // negative
/// ```
///
/// Model: hashed linear features (words, pairs, character 3-5-grams, negations, moods, marks)
/// with the weights of all judgements side by side; turns of phrase of our own add to the intents.
/// A judgement is shown only above a line drawn on held-out texts.
///
/// Instances are safe for use by many threads. The same text gives the same bits on every
/// machine. Cost: O(length) time; texts are read up to 20,000 characters.
public final class TextAnalyzer {
  /*
   * The working arrays of a reading are kept and lent out: a virtual thread a post would fill a
   * ThreadLocal once and throw it away.
   */
  private final ConcurrentLinkedQueue<Reading> idle = new ConcurrentLinkedQueue<>();
  private final Weights weights;
  private final LanguageJudge languages;

  private TextAnalyzer(Weights weights) {
    this.weights = weights;
    languages = new LanguageJudge(weights);
  }

  private static final class Standard {
    static final TextAnalyzer ANALYZER = shipped();

    private static TextAnalyzer shipped() {
      try (InputStream in =
          Objects.requireNonNull(TextAnalyzer.class.getResourceAsStream("weights.bin"))) {
        return of(in);
      } catch (IOException e) {
        throw new UncheckedIOException("weights.bin of this jar cannot be read", e);
      }
    }
  }

  /// Returns the analyzer with the weights of this jar.
  public static TextAnalyzer standard() {
    return Standard.ANALYZER;
  }

  /// Returns an analyzer with weights that [TextTrainer] made.
  ///
  /// @throws IOException if these are no weights of this version
  public static TextAnalyzer of(InputStream weights) throws IOException {
    return new TextAnalyzer(Weights.read(weights));
  }

  /// Analyzes a text of unknown language.
  public Analysis analyze(String text) {
    return analyze(text, "");
  }

  /// Analyzes a text whose channel names a language, which breaks ties; `""` for none.
  public Analysis analyze(String text, String languageHint) {
    return lend(reading -> reading.analyze(text, languageHint));
  }

  /// Returns the best guess of a task for a text, where nothing abstains: what an evaluation
  /// compares with labels.
  public String guess(Task task, String text) {
    return lend(reading -> reading.guess(task, text));
  }

  private <T> T lend(java.util.function.Function<Reading, T> work) {
    Reading reading = idle.poll();
    if (reading == null) {
      reading = new Reading(weights, languages);
    }
    T answer = work.apply(reading);
    idle.offer(reading);
    return answer;
  }

  /// Returns the codes of the languages that sentiment was trained on.
  public static List<String> sentimentLanguages() {
    return List.of("ar", "de", "en", "es", "fr", "hi", "it", "pt");
  }
}
