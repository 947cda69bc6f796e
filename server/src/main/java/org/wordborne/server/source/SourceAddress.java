package org.wordborne.server.source;

import java.util.List;

/// Where a source lives, for those that have an address.
final class SourceAddress {
  private static final List<String> FIELDS = List.of("url", "site", "answerUrl");

  private SourceAddress() {}

  /// The address; "" for a source without one.
  static String of(Source source) {
    for (String field : FIELDS) {
      String value = source.settings().value(field);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
