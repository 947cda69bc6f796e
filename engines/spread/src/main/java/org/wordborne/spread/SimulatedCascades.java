package org.wordborne.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Cascades of our own making, from small to large: a branching process in which the first teller
/// is heard by many and each who passes on by few, sometimes by many; they pass on by a memory
/// kernel of varying pace, tire over hours, and sleep at night.
///
/// They stand beside the real ones in training, which are few and were chosen for being large. The
/// ranges are values of ours; they were chosen by looking at how fast real trees fill.
public final class SimulatedCascades {
  private static final double END = 7 * 86_400;
  private static final int MOST = 5_000;
  private static final int LEAST = 4;
  private static final double DAY = 86_400;

  private final SplittableRandom chance;

  private SimulatedCascades(long seed) {
    chance = new SplittableRandom(seed);
  }

  /// So many cascades of 4 to 5,000 tellings; the same for the same seed.
  public static List<Cascade> of(int count, long seed) {
    var simulated = new SimulatedCascades(seed);
    var cascades = new ArrayList<Cascade>();
    while (cascades.size() < count) {
      var one = simulated.one();
      if (one.size() >= LEAST) {
        cascades.add(one);
      }
    }
    return cascades;
  }

  private double between(double low, double high) {
    return low + (high - low) * chance.nextDouble();
  }

  private double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * chance.nextDouble());
  }

  private record Telling(double at, double pull) {}

  private Cascade one() {
    double first = StrictMath.exp(StrictMath.log(60) + 1.2 * normal());
    double branching = between(.05, .75);
    double even = MemoryKernel.EVEN_SECONDS * StrictMath.exp(.5 + .7 * normal());
    double power = between(.3, 1);
    double tires = 3600 * StrictMath.exp(StrictMath.log(18) + .8 * normal());
    double sleep = between(0, .8);
    double phase = between(0, DAY);
    var waiting = new PriorityQueue<Telling>((one, other) -> Double.compare(one.at, other.at));
    waiting.add(new Telling(0, first));
    var told = new ArrayList<Telling>();
    while (!waiting.isEmpty() && told.size() <= MOST) {
      var next = waiting.poll();
      told.add(next);
      int children = poisson(next.pull * StrictMath.exp(-next.at / tires));
      for (int i = 0; i < children && waiting.size() < 2 * MOST; i++) {
        double at = next.at + delay(even, power);
        double awake = 1 + sleep * StrictMath.cos(2 * Math.PI * (at + phase) / DAY);
        if (at < END && chance.nextDouble() * (1 + sleep) < awake) {
          /* Log-normal with mean `branching`, so that a few are heard by many. */
          waiting.add(new Telling(at, branching * StrictMath.exp(1.3 * normal() - .845)));
        }
      }
    }
    return cascade(told);
  }

  private Cascade cascade(List<Telling> told) {
    var seconds = told.stream().mapToDouble(Telling::at).toArray();
    if (chance.nextBoolean()) {
      return Cascade.of(seconds, null);
    }
    double each = StrictMath.exp(StrictMath.log(400) + normal());
    long[] followers =
        told.stream()
            .mapToLong(one -> (long) (each * one.pull * StrictMath.exp(.7 * normal())))
            .toArray();
    return Cascade.of(seconds, followers);
  }

  private double delay(double even, double power) {
    double drawn = chance.nextDouble();
    double flat = power / (1 + power);
    if (drawn < flat) {
      return even * drawn / flat;
    }
    return even * StrictMath.pow((1 - drawn) * (1 + power), -1 / power);
  }

  private int poisson(double mean) {
    if (mean > 50) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    }
    double line = StrictMath.exp(-mean);
    int count = -1;
    for (double product = 1; product > line; count++) {
      product *= chance.nextDouble();
    }
    return Math.max(0, count);
  }

  /// A cascade of which each telling after the first is kept with a chance: as large ones look
  /// to who hears only a part.
  static Cascade thinned(Cascade whole, double kept, SplittableRandom chance) {
    var seconds = new double[whole.size() + 1];
    var followers = new long[seconds.length];
    int count = 0;
    for (int i = 0; i <= whole.size(); i++) {
      if (i == 0 || chance.nextDouble() < kept) {
        seconds[count] = whole.second(i);
        followers[count++] = whole.followers(i);
      }
    }
    return Cascade.of(
        Arrays.copyOf(seconds, count),
        whole.hasFollowers() ? Arrays.copyOf(followers, count) : null);
  }

  /// The same without the counts of followers.
  static Cascade uncounted(Cascade whole) {
    var seconds = new double[whole.size() + 1];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = whole.second(i);
    }
    return Cascade.of(seconds, null);
  }
}
