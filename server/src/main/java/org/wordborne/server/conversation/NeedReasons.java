package org.wordborne.server.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Says why a word was weighed as it was: at most four reasons, the deciding one first.
final class NeedReasons {
  private static final int MOST = 4;
  private static final int EVIDENCE = 5;

  private NeedReasons() {}

  /// The reasons for a word; each carries the weight by which it lifted the score.
  static List<NeedReason> of(Plea plea, NeedFormula.Weight weight) {
    var found = new ArrayList<Lift>();
    addStakes(plea, found);
    addHearing(plea, weight, found);
    addChance(plea, found);
    found.sort(Comparator.comparingDouble(Lift::by).reversed());
    var reasons = new ArrayList<NeedReason>();
    for (var lift : found.subList(0, Math.min(MOST, found.size()))) {
      reasons.add(lift.reason(reasons.isEmpty()));
    }
    return List.copyOf(reasons);
  }

  private static void addStakes(Plea plea, List<Lift> found) {
    var itself = List.of(plea.mention());
    if (!plea.harmWords().isEmpty()) {
      var words = Map.<String, Object>of("words", String.join(", ", plea.harmWords()));
      found.add(new Lift(2, "harm", "stakes", words, itself));
    }
    plea.intents().forEach((intent, chance) -> addIntent(plea, intent, chance, found));
    if (plea.spokenToUs() && !plea.intents().containsKey("question")) {
      found.add(new Lift(0.6, "spoken-to-us", "stakes", Map.of(), itself));
    }
    if (!plea.praisedBefore().isEmpty()) {
      var times = Map.<String, Object>of("count", plea.praisedBefore().size());
      var proof = plea.praisedBefore().stream().limit(EVIDENCE).toList();
      found.add(new Lift(0.25, "praised-before", "stakes", times, proof));
    }
  }

  private static void addIntent(Plea plea, String intent, double chance, List<Lift> found) {
    if (!NeedFormula.asks(intent)) {
      return;
    }
    boolean asksUs = plea.spokenToUs() && intent.equals("question");
    var alone = new NeedFormula.Weight(NeedFormula.stakesOf(intent) * chance, 1, 1);
    double lift = alone.base() / NeedFormula.PLAIN_STAKES + (asksUs ? 0.4 : 0);
    found.add(
        new Lift(lift, asksUs ? "asks-you" : intent, "stakes", Map.of(), List.of(plea.mention())));
  }

  private static void addHearing(Plea plea, NeedFormula.Weight weight, List<Lift> found) {
    if (plea.audience() > 0) {
      double lift = weight.hearing() / NeedFormula.hearing(400);
      var hear = Map.<String, Object>of("count", plea.audience());
      found.add(new Lift(lift, "hears", "hearing", hear, List.of(plea.mention())));
    }
  }

  private static void addChance(Plea plea, List<Lift> found) {
    if (plea.othersAnswered() > 0) {
      var others = Map.<String, Object>of("count", plea.othersAnswered());
      found.add(new Lift(0.3, "others-answered", "chance", others, List.of(plea.mention())));
    }
    plea.settled().entrySet().stream()
        .filter(own -> plea.intents().containsKey(own.getKey()))
        .filter(own -> own.getValue().answered() >= Settled.ENOUGH)
        .max(Comparator.comparingDouble(own -> own.getValue().share()))
        .ifPresent(own -> found.add(settles(plea, own.getKey(), own.getValue())));
  }

  private static Lift settles(Plea plea, String intent, Settled own) {
    var band = own.interval();
    var args =
        Map.<String, Object>of(
            "intent",
            intent,
            "share",
            own.share(),
            "low",
            band[0],
            "high",
            band[1],
            "n",
            own.answered());
    return new Lift(0.5, "settles", "chance", args, List.of(plea.mention()));
  }

  /* A reason with the amount by which it lifts, to put them in order. */
  private record Lift(
      double by, String word, String kind, Map<String, Object> args, List<UUID> evidence) {
    NeedReason reason(boolean deciding) {
      return new NeedReason(word, kind, args, deciding, evidence);
    }
  }
}
