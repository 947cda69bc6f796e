package org.wordborne.server.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.result.BrandShare.VoiceShares;
import org.wordborne.server.result.DayBook.Spoke;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Who is spoken of how much, by people and not by posts: each person is one vote, split evenly
/// over the brands of which they spoke.
@Component
public class ShareOfVoice {
  /// Below so many people nothing is said.
  static final int FEW = 25;

  private static final int NORMAL_FROM = 100;

  /// Fewer people than these for it, or for all others, and the sample says too little of its edge.
  private static final int NEAR = 10;

  private static final double ALIKE = 1e-9;

  private static final int DRAWS = 1_000;
  private static final long SEED = 20_261_122;

  /// 90 % of a normal distribution lie within this many deviations.
  private static final double Z = 1.6448536269514722;

  private final Transactions transactions;
  private final TopicRoles roles;

  ShareOfVoice(Transactions transactions, TopicRoles roles) {
    this.transactions = transactions;
    this.roles = roles;
  }

  /// The topics that are about others.
  public Set<UUID> rivals(Scope scope) {
    return roles.all(scope).entrySet().stream()
        .filter(one -> !one.getValue().ours())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// The shares of the days on which a span of time lies.
  public VoiceShares of(Scope scope, Instant from, Instant to) {
    return of(scope, Days.of(from, to));
  }

  /// The shares of a span of days, ours first, then the largest.
  VoiceShares of(Scope scope, Days days) {
    Map<UUID, TopicRoles.Role> known = roles.all(scope);
    boolean both =
        known.values().stream().anyMatch(TopicRoles.Role::ours)
            && known.values().stream().anyMatch(role -> !role.ours());
    if (!both) {
      return new VoiceShares(List.of(), 0, "unmarked");
    }
    var brandOf = new LinkedHashMap<UUID, String>();
    known.forEach((topic, role) -> brandOf.put(topic, role.brand()));
    var spoke = transactions.in(scope, tx -> DayBook.brands(tx, brandOf, days));
    var ours =
        known.values().stream()
            .filter(TopicRoles.Role::ours)
            .map(TopicRoles.Role::brand)
            .collect(Collectors.toSet());
    int people = spoke.stream().mapToInt(Spoke::people).sum();
    var shares = new ArrayList<BrandShare>();
    for (String brand : new TreeSet<>(brandOf.values())) {
      shares.add(share(brand, ours.contains(brand), spoke));
    }
    shares.sort(
        Comparator.comparing(BrandShare::ours)
            .reversed()
            .thenComparing(Comparator.comparingInt(BrandShare::people).reversed()));
    return new VoiceShares(shares, people, people < FEW ? "few" : "");
  }

  /// The share of one brand: the mean over people of their vote for it.
  static BrandShare share(String brand, boolean ours, List<Spoke> spoke) {
    int people = 0;
    int named = 0;
    double sum = 0;
    for (Spoke some : spoke) {
      people += some.people();
      if (some.brands().contains(brand)) {
        named += some.people();
        sum += (double) some.people() / some.brands().size();
      }
    }
    String evidence = named == 0 ? null : "voice:" + brand;
    if (people < FEW) {
      return new BrandShare(brand, ours, named, null, null, null, evidence);
    }
    double share = sum / people;
    double[] ends =
        people < NORMAL_FROM ? drawn(brand, spoke, people) : normal(brand, spoke, share, people);
    if (ends[1] - ends[0] < ALIKE || Math.min(share, 1 - share) * people < NEAR) {
      var wilson = Wilson.share(share, people);
      ends = new double[] {Math.min(ends[0], wilson.low()), Math.max(ends[1], wilson.high())};
    }
    return new BrandShare(
        brand, ours, named, share, Math.max(0, ends[0]), Math.min(1, ends[1]), evidence);
  }

  private static double vote(String brand, Spoke some) {
    return some.brands().contains(brand) ? 1.0 / some.brands().size() : 0;
  }

  private static double[] normal(String brand, List<Spoke> spoke, double share, int people) {
    double squares = 0;
    for (Spoke some : spoke) {
      double off = vote(brand, some) - share;
      squares += some.people() * off * off;
    }
    double error = Math.sqrt(people / (people - 1.0) * squares) / people;
    return new double[] {share - Z * error, share + Z * error};
  }

  /* For few people: the same people drawn again with return, a thousand times. */
  private static double[] drawn(String brand, List<Spoke> spoke, int people) {
    double[] votes = new double[people];
    int at = 0;
    for (Spoke some : spoke) {
      Arrays.fill(votes, at, at + some.people(), vote(brand, some));
      at += some.people();
    }
    var chance = new SplittableRandom(SEED);
    double[] means = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double sum = 0;
      for (int j = 0; j < people; j++) {
        sum += votes[chance.nextInt(people)];
      }
      means[i] = sum / people;
    }
    Arrays.sort(means);
    return new double[] {means[DRAWS / 20 - 1], means[DRAWS - DRAWS / 20]};
  }
}
