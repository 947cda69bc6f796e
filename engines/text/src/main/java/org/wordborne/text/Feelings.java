package org.wordborne.text;

import java.util.Set;

/// The labels of GoEmotions (27 feelings and neutral), gathered into ours.
final class Feelings {
  static final int NEUTRAL = 27;
  private static final Set<String> GOOD =
      Set.of("0", "1", "4", "5", "8", "13", "15", "17", "18", "20", "21", "23");
  private static final Set<String> BAD =
      Set.of("2", "3", "9", "10", "11", "12", "14", "16", "19", "24", "25");

  private Feelings() {}

  /// Returns negative 0, neutral 1, positive 2, or -1 where the labels do not tell.
  static int mood(String labels) {
    var all = Set.of(labels.split(","));
    boolean good = all.stream().anyMatch(GOOD::contains);
    boolean bad = all.stream().anyMatch(BAD::contains);
    if (good || bad) {
      return good && bad ? -1 : good ? 2 : 0;
    }
    return all.contains("27") ? 1 : -1;
  }

  /// Returns the emotion of [Columns#EMOTIONS], or -1.
  static int emotion(String labels) {
    return switch (labels) {
      case "2", "3" -> 0;
      case "1", "13", "17", "18" -> 1;
      case "20" -> 2;
      case "9", "16", "25" -> 3;
      default -> -1;
    };
  }

  /// Returns what is known of each of [Columns#FEELINGS].
  static byte[] targets(String labels) {
    byte[] targets = new byte[Columns.FEELINGS.size()];
    for (String label : labels.split(",")) {
      String feeling = feeling(Integer.parseInt(label));
      if (!feeling.isEmpty()) {
        targets[Columns.FEELINGS.indexOf(feeling)] = 1;
      }
    }
    return targets;
  }

  private static String feeling(int label) {
    return switch (label) {
      case 0 -> "admiration";
      case 15 -> "gratitude";
      case 8 -> "desire";
      case 7 -> "curiosity";
      case NEUTRAL -> "calm";
      case 14, 19 -> "fear";
      case 22, 26 -> "surprise";
      case 11 -> "disgust";
      case 18 -> "love";
      case 6 -> "confusion";
      case 3, 9, 10 -> "displeasure";
      default -> "";
    };
  }
}
