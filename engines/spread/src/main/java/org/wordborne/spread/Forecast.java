package org.wordborne.spread;

/// How many will have told a story in the end, the first teller not counted. Immutable.
///
/// Never below what was seen, never without end.
public final class Forecast {
  private static final double MOST_GROWTH = StrictMath.log(1_000);

  private final int seen;
  private final double age;
  private final double middle;
  private final double scale;
  private final double[] quantiles;

  Forecast(int seen, double age, double middle, double scale, double[] quantiles) {
    this.seen = seen;
    this.age = age;
    this.middle = middle;
    this.scale = scale;
    this.quantiles = quantiles;
  }

  /// How many have told it so far.
  public int seen() {
    return seen;
  }

  /// How old the story was, in seconds.
  public double age() {
    return age;
  }

  /// The size that is passed with chance one half.
  public double median() {
    return size(.5);
  }

  /// The middle band that holds the final size with a chance of `percent` (50, 80, 90; any in
  /// (0, 98]).
  public Band band(double percent) {
    if (!(percent > 0 && percent <= 98)) {
      throw new IllegalArgumentException("percent must be in (0, 98], was " + percent);
    }
    double tail = (1 - percent / 100) / 2;
    return new Band(size(tail), size(1 - tail));
  }

  /// The chance that the final size is `line` or more.
  public double passes(int line) {
    if (line <= seen) {
      return 1;
    }
    double growth = StrictMath.log((line + .5) / (seen + 1.0));
    return growth > MOST_GROWTH ? 0 : Residuals.above(quantiles, (growth - middle) / scale);
  }

  /// What one would guess without looking: as many again as were seen.
  public double naive() {
    return 2.0 * seen;
  }

  /// The size below which the final one lies with that chance.
  double size(double share) {
    double growth = middle + scale * Residuals.at(quantiles, share);
    return (seen + 1) * StrictMath.exp(Math.clamp(growth, 0, MOST_GROWTH)) - 1;
  }

  /// By how many scales a final size lies beside the middle.
  double residual(int size) {
    return (StrictMath.log((size + 1.0) / (seen + 1.0)) - middle) / scale;
  }

  double[] quantiles() {
    return quantiles;
  }

  Forecast withQuantiles(double[] others) {
    return new Forecast(seen, age, middle, scale, others);
  }
}
