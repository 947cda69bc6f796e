package org.wordborne.channels.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/* Finds what a DOCTYPE declares as plain text; parameter and external entities are passed over. */
final class DoctypeReader {
  private static final int LONGEST = 100_000;
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([\\w.:-]+)\\s+(?:\"([^\"<%]*)\"|'([^'<%]*)')\\s*>");

  private DoctypeReader() {}

  static void declare(String subset, EntityText entities) {
    Matcher found = ENTITY.matcher(subset.substring(0, Math.min(LONGEST, subset.length())));
    while (found.find()) {
      String value = found.group(2) == null ? found.group(3) : found.group(2);
      entities.declare(found.group(1), value);
    }
  }
}
