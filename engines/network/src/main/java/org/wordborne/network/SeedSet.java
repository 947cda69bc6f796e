package org.wordborne.network;

/// People chosen to hear first, in the order of choosing, and how sure we are of what they do.
///
/// Figures come from sets that had no part in the choice. `lower` and `upper` of the spread hold
/// with the chance that the search was asked for (1 − 1/n if nothing else was said).
public final class SeedSet {
  private final int[] seeds;
  private final Spread[] gains;
  private final Spread spread;
  private final double guarantee;
  private final long sets;
  private final long entries;

  SeedSet(int[] seeds, Spread[] gains, Spread spread, double guarantee, long sets, long entries) {
    this.seeds = seeds;
    this.gains = gains;
    this.spread = spread;
    this.guarantee = guarantee;
    this.sets = sets;
    this.entries = entries;
  }

  /// The people, first chosen first.
  public int[] seeds() {
    return seeds.clone();
  }

  /// What each adds to those before, in people; as many as seeds.
  public Spread[] gains() {
    return gains.clone();
  }

  /// How many hear in all, the seeds included; against a rumour, how many are kept from it.
  public Spread spread() {
    return spread;
  }

  /// The certified share of the best that any choice within the same limits could do, in [0, 1].
  public double guarantee() {
    return guarantee;
  }

  /// How many reverse-reachable sets were drawn.
  public long sets() {
    return sets;
  }

  /// How many people those sets hold together.
  public long entries() {
    return entries;
  }
}
