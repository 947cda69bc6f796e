package org.wordborne.server.topic;

import java.time.Instant;
import java.util.List;

/// How a topic came to be what it is, newest first.
public record TopicVersionsView(List<TopicVersion> versions) {

  /// One version.
  ///
  /// @param by name of the person who saved it; "" if unknown
  public record TopicVersion(
      int version,
      String name,
      String query,
      List<String> never,
      List<String> hide,
      String by,
      Instant at) {}
}
