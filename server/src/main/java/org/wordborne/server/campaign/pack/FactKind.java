package org.wordborne.server.campaign.pack;

/// What the value of a fact looks like.
public enum FactKind {
  /// One of the words that the fact knows.
  WORD,
  /// Some of the words that the fact knows.
  WORDS,
  /// Some places, as `GB` or `US-NY`.
  PLACES,
  /// One place.
  PLACE,
  /// Any text.
  TEXT,
  /// A whole number.
  COUNT,
  /// An amount, as `5000 USD`.
  MONEY,
  /// A day, as `2026-11-20`.
  DAY,
  /// True or false.
  YES_NO,
  /// What one unit of a currency was worth in another, and when: `1.31 on 2026-11-20`.
  RATE
}
