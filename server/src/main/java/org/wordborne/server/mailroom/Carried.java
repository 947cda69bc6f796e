package org.wordborne.server.mailroom;

/// What became of one try.
sealed interface Carried {
  /// The other side has taken it.
  record Taken() implements Carried {}

  /// Not now; it may work later.
  record NotNow(String why) implements Carried {}

  /// It will not be taken, however often it is tried.
  record Never(String why) implements Carried {}
}
