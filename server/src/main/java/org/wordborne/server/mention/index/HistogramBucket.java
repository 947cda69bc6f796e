package org.wordborne.server.mention.index;

/// The width of a histogram's columns.
public enum HistogramBucket {
  /// From full hour to full hour of a zone.
  HOUR,
  /// From midnight to midnight of a zone.
  DAY
}
