package org.wordborne.server.campaign.pack;

/// Yes, no, or not known; `and` and `or` after Kleene.
public enum Truth {
  /// It holds.
  YES,
  /// It does not hold.
  NO,
  /// A fact is missing that would decide it.
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
