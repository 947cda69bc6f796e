package org.wordborne.server.campaign.rules;

import java.util.List;

/// Rules cannot be written while facts are not known.
public final class UnknownFactsException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<String> facts;

  UnknownFactsException(List<String> facts) {
    super("not known: " + String.join(", ", facts));
    this.facts = List.copyOf(facts);
  }

  /// Their names.
  public List<String> facts() {
    return facts;
  }
}
