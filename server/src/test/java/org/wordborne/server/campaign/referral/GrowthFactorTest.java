package org.wordborne.server.campaign.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.campaign.referral.GrowthFactor.Joined;

/// Towns whose true factor is known.
class GrowthFactorTest {
  private static final double DAYS = 20;
  private static final double MEAN_LAG = 5;

  @Test
  void of_programmesOfTwentyDays_findsTheTruthWhereThePlainRatioDoesNot() {
    double sum = 0;
    double plain = 0;
    int covered = 0;
    int runs = 30;
    for (int run = 0; run < runs; run++) {
      var joined = programme(new SplittableRandom(run), .6, 300);
      var estimate = Objects.requireNonNull(GrowthFactor.of(joined, run));
      sum += estimate.value();
      plain += joined.stream().filter(one -> one.parent() != null).count() / (double) joined.size();
      covered += estimate.low() <= .6 && .6 <= estimate.high() ? 1 : 0;
    }

    // 30 runs: the mean's own error is near .01; 90 % intervals hold the truth in 23 of 30 at
    // least with a chance of .99.
    System.out.printf("K: %.3f, plain %.3f, covered %d of 30%n", sum / runs, plain / runs, covered);
    assertThat(sum / runs).isBetween(.57, .63);
    assertThat(plain / runs).isLessThan(.5);
    assertThat(covered).isGreaterThanOrEqualTo(23);
  }

  @Test
  void of_nineteenPeople_saysNothing() {
    var joined = new ArrayList<Joined>();
    for (int i = 0; i < 19; i++) {
      var id = new UUID(0, i);
      joined.add(new Joined(id, new UUID(0, 0), i == 0 ? null : new UUID(0, 0), 19 - i));
    }

    assertThat(GrowthFactor.of(joined, 1)).isNull();
  }

  /* Seeds join over all days; each brings a Poisson number, each after an exponential lag. */
  private static List<Joined> programme(SplittableRandom random, double factor, int seeds) {
    var joined = new ArrayList<Joined>();
    var open = new ArrayDeque<Joined>();
    long number = 0;
    for (int i = 0; i < seeds; i++) {
      var id = new UUID(1, number++);
      open.add(new Joined(id, id, null, random.nextDouble() * DAYS));
    }
    while (!open.isEmpty()) {
      var one = open.poll();
      joined.add(one);
      double product = random.nextDouble();
      while (product > Math.exp(-factor)) {
        product *= random.nextDouble();
        double age = one.age() + MEAN_LAG * Math.log(1 - random.nextDouble());
        if (age > 0) {
          open.add(new Joined(new UUID(1, number++), one.root(), one.id(), age));
        }
      }
    }
    return joined;
  }
}
