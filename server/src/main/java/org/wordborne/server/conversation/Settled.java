package org.wordborne.server.conversation;

/// How often our answer to one kind of word settled it, on this workspace's own record.
///
/// @param answered words of that kind which we answered and whose people spoke again or were silent
///     for a week
/// @param settled of those, the ones after which no sour word of theirs followed
record Settled(int answered, int settled) {
  /// Nothing known yet.
  static final Settled NONE = new Settled(0, 0);

  /// How many imagined cases the prior is worth.
  static final int PRIOR = 20;

  /// From so many own cases on the share is shown to people.
  static final int ENOUGH = 20;

  double share() {
    return answered == 0 ? 0 : settled / (double) answered;
  }

  /// Wilson's 90 % interval of the share: low, then high.
  double[] interval() {
    double n = Math.max(1, answered);
    double z = 1.6449;
    double middle = (share() + z * z / (2 * n)) / (1 + z * z / n);
    double half =
        z / (1 + z * z / n) * Math.sqrt(share() * (1 - share()) / n + z * z / (4 * n * n));
    return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
  }
}
