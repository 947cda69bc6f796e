package org.wordborne.server.campaign.contest;

import java.util.List;
import java.util.Map;

/// An entry cannot be taken: for each field, what would be right, as a key of [ContestWords].
final class EntryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, Say> faults;

  /// A sentence of the catalogue with what it names.
  record Say(String key, List<Object> values) {
    static Say of(String key, Object... values) {
      return new Say(key, List.of(values));
    }
  }

  EntryRefused(Map<String, Say> faults) {
    super(faults.toString());
    this.faults = Map.copyOf(faults);
  }

  EntryRefused(String field, String key, Object... values) {
    this(Map.of(field, Say.of(key, values)));
  }

  Map<String, Say> faults() {
    return faults;
  }
}
