package org.wordborne.server.spread;

import java.util.List;
import java.util.UUID;

/// The words on the move, what went quiet, how good forecasts were here, and what is told on.
public record TalesView(
    List<TaleRow> moving, List<TaleRow> quiet, TaleRecord record, List<TaleTopic> topics) {

  /// Over tales that ended: how many ended inside the bands that were foretold at the fifth teller.
  ///
  /// @param n tales that had more than five tellers and ended
  public record TaleRecord(int n, int in80, int in90) {}

  /// A topic that is told on.
  public record TaleTopic(UUID id, String name, int line) {}
}
