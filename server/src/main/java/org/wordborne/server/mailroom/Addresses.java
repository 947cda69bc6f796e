package org.wordborne.server.mailroom;

import java.util.regex.Pattern;
import org.wordborne.server.workspace.BadInputException;

/// What may stand in the head of a mail.
final class Addresses {
  private static final int LONGEST = 254;
  private static final int LONGEST_LINE = 300;
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  /// Marks that turn the direction of what follows, the address of a page included.
  private static final Pattern TURNS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private Addresses() {}

  /// One mail address, and nothing beside it.
  static String one(String field, String written) {
    String address = written.strip();
    if (written.chars().anyMatch(Character::isISOControl)
        || address.length() > LONGEST
        || !ADDRESS.matcher(address).matches()) {
      throw new BadInputException(
          field, shown(written), "This is not one mail address, as in ruth@example.org.");
    }
    return address;
  }

  /// A line of the head: no break, no other control character in it.
  static String line(String field, String written) {
    if (written.chars().anyMatch(Character::isISOControl)) {
      throw new BadInputException(
          field, shown(written), "A line break or control character cannot stand here.");
    }
    if (written.length() > LONGEST_LINE) {
      throw new BadInputException(
          field, shown(written), "At most " + LONGEST_LINE + " characters can stand here.");
    }
    return written;
  }

  /// A key that may travel in a head: ours, so anything else is a fault.
  static String key(String key) {
    if (!key.matches("[A-Za-z0-9._-]{1,120}")) {
      throw new IllegalArgumentException("no key of a delivery: " + shown(key));
    }
    return key;
  }

  /// The part behind the @.
  static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  /// Words on one line: whatever a mail program may take for a break becomes a blank, and nothing
  /// turns their direction.
  static String flat(String words) {
    return BREAKS.matcher(TURNS.matcher(words).replaceAll("")).replaceAll(" ").strip();
  }

  /// The same, cut to `longest` characters, of which the last then says so.
  static String flat(String words, int longest) {
    String line = flat(words);
    if (line.length() <= longest) {
      return line;
    }
    int cut = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return line.substring(0, cut) + "…";
  }

  /// What was written, as far as it can be shown.
  static String shown(String written) {
    return flat(written, LONGEST_LINE);
  }
}
