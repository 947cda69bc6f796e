package org.wordborne.server.person;

/// How many words of each sign somebody spoke, or were spoken in some span of time.
public record Mood(int positive, int negative, int neutral, int mixed, int unsure) {
  /// Nobody has spoken.
  public static final Mood NONE = new Mood(0, 0, 0, 0, 0);

  /// All words together.
  public int total() {
    return positive + negative + neutral + mixed + unsure;
  }
}
