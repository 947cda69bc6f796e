package org.wordborne.server.mention.index;

import java.util.Map;
import java.util.Set;
import org.wordborne.query.QueryContext;

/// What the names in a question mean at the moment it is asked.
///
/// The index keeps the ids of sources and topics, so that a new name is found at once.
public interface AskedNames extends QueryContext {
  /// No lists and no names.
  AskedNames NONE = name -> Set.of();

  /// The names of the sources, by id.
  default Map<String, String> sources() {
    return Map.of();
  }

  /// The names of the topics, by id.
  default Map<String, String> topics() {
    return Map.of();
  }
}
