package org.wordborne.network;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What [SeedSearch] is asked for. Immutable; begin with [#of].
public final class SeedAsk {
  private static final double USUAL_EPSILON = .1;

  private final int seeds;
  private final double epsilon;
  private final double failure;
  private final long seed;
  private final int threads;
  private final double @Nullable [] costs;
  private final double budget;
  private final BitSet rumour;
  private final BitSet without;
  private final int most;

  private SeedAsk(Draft draft) {
    this.seeds = draft.seeds;
    this.epsilon = draft.epsilon;
    this.failure = draft.failure;
    this.seed = draft.seed;
    this.threads = draft.threads;
    this.costs = draft.costs;
    this.budget = draft.budget;
    this.rumour = draft.rumour;
    this.without = draft.without;
    this.most = draft.most;
  }

  /// Asks for `seeds` people, at least 1; ε .1, one thread, seed 1, a failure chance of one by the
  /// number of people, nobody left out, no costs and no rumour.
  public static SeedAsk of(int seeds) {
    if (seeds < 1) {
      throw new IllegalArgumentException("seeds must be at least 1, was " + seeds);
    }
    var draft = new Draft();
    draft.seeds = seeds;
    return new SeedAsk(draft);
  }

  /// With an error ε in (0, 0.6]: the search goes on until 1 − 1/e − ε is certified.
  public SeedAsk withEpsilon(double value) {
    if (!(value > 0 && value <= .6)) {
      throw new IllegalArgumentException("epsilon must be in (0, 0.6], was " + value);
    }
    var draft = new Draft(this);
    draft.epsilon = value;
    return new SeedAsk(draft);
  }

  /// With a chance in [0, 1) that what is certified does not hold; 0 means one by the number of
  /// people.
  public SeedAsk withFailure(double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("failure must be in [0, 1), was " + value);
    }
    var draft = new Draft(this);
    draft.failure = value;
    return new SeedAsk(draft);
  }

  /// With another seed of all chance.
  public SeedAsk withSeed(long value) {
    var draft = new Draft(this);
    draft.seed = value;
    return new SeedAsk(draft);
  }

  /// With a number of threads, at least 1. It changes the time, never the answer.
  public SeedAsk withThreads(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + value);
    }
    var draft = new Draft(this);
    draft.threads = value;
    return new SeedAsk(draft);
  }

  /// With what each person costs, and what may be spent on all of them together.
  ///
  /// @param each costs, one a person, none negative
  /// @param most the budget, above 0
  public SeedAsk withCosts(double[] each, double most) {
    for (int person = 0; person < each.length; person++) {
      if (!(each[person] >= 0)) {
        throw new IllegalArgumentException(
            "the cost of " + person + " must not be negative, was " + each[person]);
      }
    }
    if (!(most > 0)) {
      throw new IllegalArgumentException("the budget must be above 0, was " + most);
    }
    var draft = new Draft(this);
    draft.costs = each.clone();
    draft.budget = most;
    return new SeedAsk(draft);
  }

  /// Against a rumour that begins at these people: whom to reach first, so that most of those who
  /// would hear it hear the truth no later. Empty: no rumour.
  public SeedAsk against(int... begins) {
    var draft = new Draft(this);
    draft.rumour = setOf(begins);
    return new SeedAsk(draft);
  }

  /// Without these people, who are never chosen.
  public SeedAsk without(int... people) {
    var draft = new Draft(this);
    draft.without = setOf(people);
    return new SeedAsk(draft);
  }

  /// With at most so many sets in each pool, at least 1: the search ends there, however little is
  /// certified by then; its ends say how little.
  public SeedAsk withMostSets(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("sets must be at least 1, was " + value);
    }
    var draft = new Draft(this);
    draft.most = value;
    return new SeedAsk(draft);
  }

  private static BitSet setOf(int... people) {
    var set = new BitSet();
    for (int person : people) {
      set.set(person);
    }
    return set;
  }

  int seeds() {
    return seeds;
  }

  double epsilon() {
    return epsilon;
  }

  double failure(int people) {
    return failure > 0 ? failure : 1.0 / Math.max(2, people);
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }

  double @Nullable [] costs() {
    return costs;
  }

  double budget() {
    return budget;
  }

  int mostSets() {
    return most;
  }

  /// Where the rumour begins, or null where there is none.
  @Nullable BitSet rumour() {
    return rumour.isEmpty() ? null : rumour;
  }

  /// Whether a person may be chosen.
  boolean allows(int person) {
    return !without.get(person)
        && !rumour.get(person)
        && (costs == null || costs[person] <= budget);
  }

  /// @throws IllegalArgumentException if a list does not belong to a graph of so many people
  void check(int people) {
    if (costs != null && costs.length != people) {
      throw new IllegalArgumentException(
          "there must be %d costs, one a person, were %d".formatted(people, costs.length));
    }
    if (rumour.length() > people || without.length() > people) {
      throw new IllegalArgumentException(
          "people are numbered below %d, was %d"
              .formatted(people, Math.max(rumour.length(), without.length()) - 1));
    }
  }

  /// The parts while they are put together.
  private static final class Draft {
    private int seeds;
    private double epsilon = USUAL_EPSILON;
    private double failure;
    private long seed = 1;
    private int threads = 1;
    private double @Nullable [] costs;
    private double budget = Double.POSITIVE_INFINITY;
    private BitSet rumour = new BitSet();
    private BitSet without = new BitSet();
    private int most = Integer.MAX_VALUE;

    Draft() {}

    Draft(SeedAsk ask) {
      seeds = ask.seeds;
      epsilon = ask.epsilon;
      failure = ask.failure;
      seed = ask.seed;
      threads = ask.threads;
      costs = ask.costs;
      budget = ask.budget;
      rumour = ask.rumour;
      without = ask.without;
      most = ask.most;
    }
  }
}
