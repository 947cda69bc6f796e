package org.wordborne.server.mention;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was judged of a mention, a person's corrections applied.
///
/// @param sentiment "positive", "negative", "neutral", "mixed" or "unsure"
/// @param confidence chance that the best of the three moods is right
/// @param intents those above their line, with their chance
/// @param languageConfidence chance that the language is right
/// @param why stretches that led to the judgements
/// @param corrected names of the judgements that a person corrected
public record Understanding(
    String sentiment,
    double positive,
    double negative,
    double neutral,
    double confidence,
    Map<String, Double> intents,
    Map<String, Double> emotions,
    double spam,
    double offensive,
    double irony,
    double languageConfidence,
    List<Why> why,
    Set<String> corrected) {

  /// From here on a mention counts as spam, unless a person said otherwise.
  public static final double SPAM_LINE = 0.9;

  /// A stretch that moved a judgement, in code points, `end` exclusive.
  public record Why(String judgement, int start, int end, String words, double weight) {}

  /// Copies what it is given.
  public Understanding {
    intents = Map.copyOf(intents);
    emotions = Map.copyOf(emotions);
    why = List.copyOf(why);
    corrected = Set.copyOf(corrected);
  }

  /// Nothing is known: what a deleted mention keeps.
  public static Understanding none() {
    return new Understanding(
        "unsure", 0, 0, 0, 0, Map.of(), Map.of(), 0, 0, 0, 0, List.of(), Set.of());
  }

  /// Whether it counts as spam.
  public boolean countsAsSpam() {
    return spam >= SPAM_LINE;
  }
}
