package org.wordborne.effect;

import java.util.List;

/// How an effect is told.
///
/// @param level share of intervals that hold the truth, in (0, 1)
/// @param inference where the interval comes from
/// @param seed of what little chance there is (placebo groups, bootstrap)
/// @param confounders what else happened at the same time, a sentence each; any of them makes the
///     effect not identifiable
public record LiftSettings(double level, Inference inference, long seed, List<String> confounders) {
  /// Takes a copy, and refuses a level that is no share.
  public LiftSettings {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, was " + level);
    }
    confounders = List.copyOf(confounders);
  }

  /// 95 % intervals, inference by what there is, nothing else happened.
  public static LiftSettings usual() {
    return new LiftSettings(.95, Inference.AUTO, 1, List.of());
  }

  /// The same at another level.
  public LiftSettings withLevel(double other) {
    return new LiftSettings(other, inference, seed, confounders);
  }

  /// The same with another source of the interval.
  public LiftSettings withInference(Inference other) {
    return new LiftSettings(level, other, seed, confounders);
  }

  /// The same, with what else happened.
  public LiftSettings withConfounders(List<String> others) {
    return new LiftSettings(level, inference, seed, others);
  }

  double error() {
    return 1 - level;
  }
}
