package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// How much a word needs an answer: stakes × hearing × chance, fading with time.
///
/// The score fades by half every {@link #HALF_LIFE}. Since it fades alike for all, the order of
/// two words never changes by waiting: it can be kept as one number, {@link #rank}, in an index
/// (forward decay: Cormode, Shkapenyuk, Srivastava, Xu, *Forward Decay*, ICDE 2009). Reasons and
/// sources of each factor: docs/formulas.md, section Need.
final class NeedFormula {
  /// After this time half of the score is left: talk in public is mostly heard within days.
  static final Duration HALF_LIFE = Duration.ofHours(36);

  /// From this score on it needs us now, today, this week.
  static final double NOW = 0.22;

  static final double TODAY = 0.12;
  static final double THIS_WEEK = 0.04;

  /// Up to this many hearers a voice counts as small.
  static final long SMALL_VOICE = 50;

  private static final Map<String, Double> STAKES =
      Map.of(
          "leaving", 1.0,
          "complaint", 0.8,
          "purchase", 0.7,
          "question", 0.6,
          "request", 0.55,
          "desire", 0.4);

  private static final Map<String, Double> CHANCE =
      Map.of(
          "leaving", 0.45,
          "complaint", 0.55,
          "purchase", 0.65,
          "question", 0.70,
          "request", 0.60,
          "desire", 0.35);

  /// Stakes of an ordinary word that needs an answer, to measure others by.
  static final double PLAIN_STAKES = 0.5;

  private static final double HARM = 0.95;
  private static final double SPOKEN_TO_US = 0.35;
  private static final double LOUDEST = 100_000;

  private NeedFormula() {}

  /// Whether a word of this intent asks for an answer at all.
  static boolean asks(String intent) {
    return STAKES.containsKey(intent);
  }

  /// What is at stake with a word that surely has this intent.
  static double stakesOf(String intent) {
    return STAKES.getOrDefault(intent, 0.0);
  }

  /// Weighs one word.
  static Weight weigh(Plea plea) {
    return new Weight(stakes(plea), hearing(plea.audience()), chance(plea));
  }

  /// The score after `waited`.
  static double score(double base, Duration waited) {
    double halves = Math.max(0, waited.toSeconds()) / (double) HALF_LIFE.toSeconds();
    return base * Math.pow(2, -halves);
  }

  /// The place in the order, for ever: a higher rank is a higher score at every later moment.
  static double rank(double base, Instant at) {
    return Math.log(base) / Math.log(2) + at.getEpochSecond() / (double) HALF_LIFE.toSeconds();
  }

  /// The rank that a word needs to have `score` at `now`.
  static double rankFor(double score, Instant now) {
    return rank(score, now);
  }

  /// The score at `now` of what has this rank; not above 1, whatever their clock says.
  static double scoreOf(double rank, Instant now) {
    return Math.min(1, Math.pow(2, rank - now.getEpochSecond() / (double) HALF_LIFE.toSeconds()));
  }

  /// The need for a score: 4 now, 3 today, 2 this week, 1 can wait.
  static int level(double score) {
    if (score >= NOW) {
      return 4;
    }
    if (score >= TODAY) {
      return 3;
    }
    return score >= THIS_WEEK ? 2 : 1;
  }

  /// A score in the middle of a level, for what a person set by hand.
  static double scoreWithin(int level) {
    return switch (level) {
      case 4 -> 0.5;
      case 3 -> 0.18;
      case 2 -> 0.07;
      default -> 0.02;
    };
  }

  /// How many hear it, on a logarithm: nobody known 0.29, a hundred 0.57, a hundred thousand 1.
  static double hearing(long audience) {
    double heard = Math.clamp((double) audience, 0, LOUDEST);
    return (2 + Math.log10(1 + heard)) / (2 + Math.log10(1 + LOUDEST));
  }

  /* Independent stakes add up as chances do: 1 - (1-a)(1-b), so two reasons never pass 1. */
  private static double stakes(Plea plea) {
    double none = 1;
    for (var intent : plea.intents().entrySet()) {
      none *= 1 - STAKES.getOrDefault(intent.getKey(), 0.0) * intent.getValue();
    }
    none *= plea.harmWords().isEmpty() ? 1 : 1 - HARM;
    none *= plea.spokenToUs() ? 1 - SPOKEN_TO_US : 1;
    none *= 1 - 0.3 * plea.negative();
    double help = 1 + 0.05 * Math.min(4, plea.praisedBefore().size());
    return Math.clamp((1 - none) * help, 0.01, 1);
  }

  private static double chance(Plea plea) {
    double best =
        plea.intents().entrySet().stream()
            .filter(intent -> CHANCE.containsKey(intent.getKey()))
            .mapToDouble(intent -> learned(plea, intent.getKey()))
            .max()
            .orElse(0.4);
    double others = plea.othersAnswered() > 0 ? 0.75 : 1;
    double another = plea.toAnother() ? 0.5 : 1;
    double offence = 1 - 0.5 * plea.offensive();
    return best * others * another * offence;
  }

  /* Our own past answers outweigh the prior once there are more than its 20 imagined ones. */
  private static double learned(Plea plea, String intent) {
    var own = plea.settled().getOrDefault(intent, Settled.NONE);
    double prior = CHANCE.getOrDefault(intent, 0.4);
    return (prior * Settled.PRIOR + own.settled()) / (Settled.PRIOR + own.answered());
  }

  /// The factors of one word; {@link #base} is their product.
  record Weight(double stakes, double hearing, double chance) {
    double base() {
      return stakes * hearing * chance;
    }
  }
}
