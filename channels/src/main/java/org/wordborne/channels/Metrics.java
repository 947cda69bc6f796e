package org.wordborne.channels;

/// What a channel counts of a post; 0 where it does not.
///
/// @param likes approvals
/// @param reposts repeats
/// @param replies answers
/// @param views times shown
public record Metrics(long likes, long reposts, long replies, long views) {
  /// Nothing counted.
  public static Metrics none() {
    return new Metrics(0, 0, 0, 0);
  }
}
