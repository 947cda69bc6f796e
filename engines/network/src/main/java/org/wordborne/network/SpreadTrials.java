package org.wordborne.network;

import java.util.ArrayList;

/// How far talk gets from given people, by playing it out many times: independent of
/// [SeedSearch], which never plays forward.
///
/// Trial j draws from stream j, so that more trials add to the earlier ones, and the answer is the
/// same for any number of threads. Ends are those of 95 % of the mean (1.96 standard errors).
///
/// Instances are immutable and safe for many threads. Memory: 8 bytes an arc.
public final class SpreadTrials {
  private static final double NORMAL_95 = 1.959963984540054;

  private final Forward forward;
  private final int trials;
  private final long seed;
  private final int threads;

  /// Prepares trials.
  ///
  /// @param trials how many to play, at least 1
  /// @param seed of all chance
  /// @param threads at least 1; changes the time, never the answer
  public SpreadTrials(VoiceGraph graph, PassOn model, int trials, long seed, int threads) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be at least 1, was " + trials);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    this.forward = new Forward(ArcChances.of(graph, model), model);
    this.trials = trials;
    this.seed = seed;
    this.threads = threads;
  }

  /// The spread of `seeds` by so many trials on one thread.
  public static Spread of(VoiceGraph graph, PassOn model, int[] seeds, int trials, long seed) {
    return new SpreadTrials(graph, model, trials, seed, 1).of(seeds);
  }

  /// The expected number of people who hear, the seeds included; nobody from nobody.
  ///
  /// @param seeds people who hear first; repeats count once
  /// @throws IllegalArgumentException if one is not in the graph
  public Spread of(int... seeds) {
    check(seeds);
    return played(player -> player.reached(seeds));
  }

  /// How many people heard in each trial, the smallest first: what a single telling may reach.
  ///
  /// @param seeds people who hear first; repeats count once
  /// @throws IllegalArgumentException if one is not in the graph
  public int[] outcomes(int... seeds) {
    check(seeds);
    var reached = new int[trials];
    var player = new Player(forward);
    for (int number = 0; number < trials; number++) {
      player.begin(seed, number);
      reached[number] = player.reached(seeds);
    }
    java.util.Arrays.sort(reached);
    return reached;
  }

  /// How many people `truth` keeps from a rumour that begins at `rumour`, both passing over the
  /// same arcs, a tie going to the truth.
  public Spread saved(int[] truth, int[] rumour) {
    check(truth);
    check(rumour);
    return played(player -> player.saved(truth, rumour));
  }

  private void check(int... seeds) {
    for (int seed : seeds) {
      if (seed < 0 || seed >= forward.people()) {
        throw new IllegalArgumentException(
            "people are numbered from 0 to below %d, was %d".formatted(forward.people(), seed));
      }
    }
  }

  private interface Trial {
    int play(Player player);
  }

  private Spread played(Trial trial) {
    var parts = new ArrayList<Part>();
    var others = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      int from = (int) ((long) trials * i / threads);
      int to = (int) ((long) trials * (i + 1) / threads);
      var part = new Part(trial, from, to);
      parts.add(part);
      if (i > 0) {
        others.add(Thread.ofPlatform().name("trials").daemon().start(part));
      }
    }
    parts.getFirst().run();
    others.forEach(SpreadTrials::await);
    long sum = 0;
    long squares = 0;
    for (var part : parts) {
      sum += part.sum;
      squares += part.squares;
    }
    return spread(sum, squares);
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Spread spread(long sum, long squares) {
    double mean = (double) sum / trials;
    if (trials == 1) {
      return new Spread(mean, 0, forward.people());
    }
    double variance = Math.max(0, (squares - sum * mean) / (trials - 1));
    double margin = NORMAL_95 * Math.sqrt(variance / trials);
    return new Spread(mean, Math.max(0, mean - margin), Math.min(forward.people(), mean + margin));
  }

  /// The trials of one thread. Sums are of whole numbers, so that their order does not matter.
  private final class Part implements Runnable {
    private final Trial trial;
    private final int from;
    private final int to;
    private long sum;
    private long squares;

    Part(Trial trial, int from, int to) {
      this.trial = trial;
      this.from = from;
      this.to = to;
    }

    @Override
    public void run() {
      var player = new Player(forward);
      for (int number = from; number < to; number++) {
        player.begin(seed, number);
        long count = trial.play(player);
        sum += count;
        squares += count * count;
      }
    }
  }
}
