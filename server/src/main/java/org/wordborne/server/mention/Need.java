package org.wordborne.server.mention;

import java.util.Map;

/// How much a single word asks for an answer, before anybody looked at its conversation: the order
/// "most need" of a search.
///
/// The strongest wish in it counts, by how pressing such wishes are; a bad mood and a large
/// hearing add less than one step.
final class Need {
  private static final Map<String, Double> PRESSING =
      Map.of(
          "leaving", 4.0,
          "complaint", 3.0,
          "question", 3.0,
          "request", 3.0,
          "purchase", 2.0,
          "desire", 1.5,
          "praise", 1.0);
  private static final double MOOD = 0.6;
  private static final double HEARING = 0.05;

  private Need() {}

  static double of(Mention mention) {
    var understanding = mention.understanding();
    if (mention.own() || understanding.countsAsSpam()) {
      return 0;
    }
    double wish = 0;
    for (var intent : understanding.intents().entrySet()) {
      double pressing = PRESSING.getOrDefault(intent.getKey(), 0.0);
      wish = Math.max(wish, pressing * intent.getValue());
    }
    double mood = understanding.sentiment().equals("negative") ? MOOD : 0;
    double hearing = Math.min(MOOD, HEARING * Math.log1p(mention.author().followers()));
    return wish + mood + hearing;
  }
}
