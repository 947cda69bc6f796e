package org.wordborne.town;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a remark truly is, known because the town made it.
///
/// @param sentiment `positive`, `negative`, `neutral` or `mixed`
/// @param intents of question, request, complaint, praise, desire, purchase, leaving
record Truth(String sentiment, Set<String> intents, boolean spam, boolean sarcasm) {

  private static final Set<String> INTENTS =
      Set.of("question", "request", "complaint", "praise", "desire", "purchase", "leaving");

  /// Reads the words of a section's header; null if they state no sentiment.
  static @Nullable Truth parse(String[] words) {
    String sentiment = "";
    var intents = new LinkedHashSet<String>();
    boolean spam = false;
    boolean sarcasm = false;
    for (int i = 1; i < words.length; i++) {
      switch (words[i]) {
        case "pos" -> sentiment = "positive";
        case "neg" -> sentiment = "negative";
        case "neu" -> sentiment = "neutral";
        case "mix" -> sentiment = "mixed";
        case "spam" -> spam = true;
        case "sarcasm" -> sarcasm = true;
        case "~" -> {}
        default -> {
          if (!INTENTS.contains(words[i])) {
            throw new IllegalArgumentException(words[0] + ": unknown word " + words[i]);
          }
          intents.add(words[i]);
        }
      }
    }
    return sentiment.isEmpty() ? null : new Truth(sentiment, Set.copyOf(intents), spam, sarcasm);
  }

  /// Whether it speaks well (1), badly (-1) or neither (0).
  int tone() {
    return switch (sentiment) {
      case "positive" -> 1;
      case "negative" -> -1;
      default -> 0;
    };
  }
}
