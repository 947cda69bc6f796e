package org.wordborne.server.spread;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The words on the move, what went quiet, how good forecasts were here, and what is told on.
public record TalesView(
    List<TaleRow> moving, List<TaleRow> quiet, TaleRecord record, List<TaleTopic> topics) {

  /// Over tales that ended: how many ended inside the bands that were foretold at the fifth teller.
  ///
  /// @param n tales that had more than five tellers and ended
  /// @param tales the same one by one, the last that ended first
  public record TaleRecord(int n, int in80, int in90, List<TaleForetold> tales) {}

  /// What was foretold of a tale at its fifth teller, and how it ended.
  ///
  /// @param low lower end of the 90 band
  /// @param told how many had told it in the end
  /// @param held whether it ended inside that band
  public record TaleForetold(
      UUID id,
      String title,
      Instant at,
      double median,
      double low,
      double high,
      int told,
      boolean held) {}

  /// A topic that is told on.
  public record TaleTopic(UUID id, String name, int line) {}
}
