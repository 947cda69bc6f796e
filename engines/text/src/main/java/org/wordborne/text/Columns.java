package org.wordborne.text;

import java.util.List;

/// What the columns of the judgement table mean.
final class Columns {
  /// Negative, neutral, positive of English.
  static final int SENTIMENT_ENGLISH = 0;

  /// Negative, neutral, positive of the other languages.
  static final int SENTIMENT_OTHERS = 3;

  static final int EMOTION = 6;
  static final int ACT = 10;
  static final int COMPLAINT = 17;
  static final int SPAM = 18;
  static final int OFFENSIVE = 19;
  static final int IRONY = 20;
  static final int FEELING = 21;
  static final int COUNT = Table.COLUMNS;

  static final List<String> EMOTIONS = List.of("anger", "joy", "optimism", "sadness");
  static final List<String> ACTS = List.of("STM", "EXP", "QUE", "SUG", "REQ", "THT", "OTH");

  /// Feelings of the second emotion set, each with the labels it gathers.
  static final List<String> FEELINGS =
      List.of(
          "admiration",
          "gratitude",
          "desire",
          "curiosity",
          "calm",
          "fear",
          "surprise",
          "disgust",
          "love",
          "confusion",
          "displeasure");

  private Columns() {}

  static int feeling(String name) {
    return FEELING + FEELINGS.indexOf(name);
  }

  static int act(String name) {
    return ACT + ACTS.indexOf(name);
  }
}
