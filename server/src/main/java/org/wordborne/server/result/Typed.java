package org.wordborne.server.result;

import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;

/// What people type in beside the figures.
final class Typed {
  private Typed() {}

  /// A text that must be there.
  static String text(String field, @Nullable String value, int most) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.length() > most) {
      throw new BadInputException(field, value, "Needed: 1 to " + most + " characters.");
    }
    return text;
  }

  /// An amount of zero or more.
  static Money amount(String field, @Nullable String value) {
    Money amount = Money.of(field, value == null ? "" : value);
    if (amount.minor() < 0) {
      throw new BadInputException(field, value, "An amount of 0 or more.");
    }
    return amount;
  }
}
