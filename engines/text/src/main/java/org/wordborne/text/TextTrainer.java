package org.wordborne.text;

import java.util.function.Consumer;

/// Learns the weights of a [TextAnalyzer] from labelled texts.
///
/// ```java
/// byte[] weights = TextTrainer.train(corpus, 42, System.err::println);
/// ```
///
/// The same corpus and seed give the same bytes. Every tenth row of a set without a validation
/// split is held out, as are the `.val` sets: lines are drawn on them and nothing is learned.
public final class TextTrainer {
  private TextTrainer() {}

  /// Returns the weights, in the form that [TextAnalyzer#of(java.io.InputStream)] reads.
  ///
  /// @param corpus the labelled texts; sets that are missing are left out
  /// @param seed orders the examples
  /// @param told hears a line after each step
  public static byte[] train(Corpus corpus, long seed, Consumer<String> told) {
    var language = LanguageTraining.train(corpus, seed, told);
    var judgement = JudgementTraining.train(corpus, seed, told);
    var raw =
        new Weights(
            language.names(),
            language.packed().scales(),
            language.packed().table(),
            judgement.scales(),
            judgement.table(),
            new java.util.HashMap<>());
    Calibration.draw(raw, corpus, told);
    return raw.toBytes();
  }
}
