package org.wordborne.server.strategy;

/// A talk with its themes counted, and what is proposed of each.
record StrategySight(ThemeShares shares, Verdicts verdicts) {}
