package org.wordborne.spread;

import org.jspecify.annotations.Nullable;

/// A story that ended: when each telling came, the first at 0, and how many follow each teller.
///
/// Immutable. Its size counts the tellings after the first.
public final class Cascade {
  private final double[] seconds;
  private final long @Nullable [] followers;

  private Cascade(double[] seconds, long @Nullable [] followers) {
    this.seconds = seconds;
    this.followers = followers;
  }

  /// Makes a cascade.
  ///
  /// @param seconds when each telling came, in seconds since the first; from 0, not falling
  /// @param followers of each teller, not negative; null where nobody counted
  public static Cascade of(double[] seconds, long @Nullable [] followers) {
    if (seconds.length == 0 || seconds[0] != 0) {
      throw new IllegalArgumentException("a cascade must begin with a telling at second 0");
    }
    if (followers != null && followers.length != seconds.length) {
      throw new IllegalArgumentException("followers must be as many as tellings");
    }
    for (int i = 1; i < seconds.length; i++) {
      if (!(seconds[i] >= seconds[i - 1]) || seconds[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "telling %d came at %s, before %s".formatted(i, seconds[i], seconds[i - 1]));
      }
    }
    return new Cascade(seconds.clone(), followers == null ? null : followers.clone());
  }

  /// How many told it after the first.
  public int size() {
    return seconds.length - 1;
  }

  /// Whether followers were counted.
  public boolean hasFollowers() {
    return followers != null;
  }

  double second(int telling) {
    return seconds[telling];
  }

  long followers(int telling) {
    return followers == null ? LiveCascade.UNKNOWN : followers[telling];
  }

  /// The cascade as it stood at `age` seconds.
  public LiveCascade at(double age) {
    var live = new LiveCascade();
    for (int i = 0; i < seconds.length && seconds[i] <= age; i++) {
      live.tell(seconds[i], followers(i));
    }
    return live;
  }
}
