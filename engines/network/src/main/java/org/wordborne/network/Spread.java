package org.wordborne.network;

/// How many people are expected to hear, the first ones included, and between which ends.
///
/// @param estimate expected number of people
/// @param lower lower end
/// @param upper upper end, at least `lower`
public record Spread(double estimate, double lower, double upper) {
  /// Nobody, for certain.
  public static final Spread NONE = new Spread(0, 0, 0);
}
