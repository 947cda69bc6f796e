package org.wordborne.spread;

import java.util.Arrays;

/// A story while it goes round: takes one telling after another and keeps what a forecast needs.
///
/// A telling costs O(1), a forecast O(tellings). Not safe for many threads. 16 bytes a telling.
public final class LiveCascade {
  /// Followers that nobody counted.
  public static final long UNKNOWN = -1;

  private double[] seconds = new double[8];
  private long[] followers = new long[8];
  private int count;
  private boolean counted = true;

  /// Begins with nobody.
  public LiveCascade() {}

  /// Takes a telling; the first is the post itself.
  ///
  /// @param second in any one reckoning; one before the last counts as at the same time
  /// @param followersOfTeller how many follow him, or [#UNKNOWN]
  public void tell(double second, long followersOfTeller) {
    if (!Double.isFinite(second)) {
      throw new IllegalArgumentException("second must be a number, was " + second);
    }
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, count * 2);
      followers = Arrays.copyOf(followers, count * 2);
    }
    seconds[count] = count == 0 ? second : Math.max(second, seconds[count - 1]);
    followers[count] = Math.max(0, followersOfTeller);
    counted &= followersOfTeller >= 0;
    count++;
  }

  /// How many told it after the first.
  public int seen() {
    return Math.max(0, count - 1);
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean hasFollowers() {
    return counted;
  }

  /// Seconds between the first telling and telling i.
  double since(int telling) {
    return seconds[telling] - seconds[0];
  }

  double begin() {
    return seconds[0];
  }

  /// What a teller weighs: his followers and himself, or 1 where nobody counted.
  double weight(int telling) {
    return counted ? 1 + followers[telling] : 1;
  }

  /// How many told it after the first and not after `age` seconds.
  int seenBy(double age) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (since(middle) <= age) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }
}
