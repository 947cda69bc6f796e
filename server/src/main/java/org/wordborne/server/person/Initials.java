package org.wordborne.server.person;

import java.util.Arrays;
import java.util.Locale;

/// The one or two letters that stand for a name beside a word.
final class Initials {
  private Initials() {}

  /// First letters of the first and last part of a name that have a letter; "" where none has.
  static String of(String name) {
    var letters =
        Arrays.stream(name.split("[\\s._\\-@/]+"))
            .map(Initials::firstLetter)
            .filter(letter -> !letter.isEmpty())
            .toList();
    if (letters.isEmpty()) {
      return "";
    }
    var last = letters.size() > 1 ? letters.getLast() : "";
    return (letters.getFirst() + last).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String part) {
    return part.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }
}
