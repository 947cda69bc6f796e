package org.wordborne.server.campaign.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.wordborne.effect.Entry;
import org.wordborne.effect.EntryList;

/// What became of the entries after they were sealed. The draw does not mind: it uses the list.
final class SealedChanges {
  private static final int MOST = 50;

  private SealedChanges() {}

  static List<String> of(EntryList sealed, List<Entry> now) {
    var lines = new HashMap<String, String>();
    now.forEach(entry -> lines.put(entry.code(), entry.line()));
    var changes = new ArrayList<String>();
    for (int number = 1; number <= sealed.size() && changes.size() < MOST; number++) {
      String line = lines.remove(sealed.code(number));
      if (line == null) {
        changes.add(
            "Entry %d (%s) was taken away after the seal; the draw uses the sealed list."
                .formatted(number, sealed.code(number)));
      } else if (!line.equals(sealed.line(number))) {
        changes.add(
            "Entry %d (%s) was changed after the seal; the draw uses the sealed list."
                .formatted(number, sealed.code(number)));
      }
    }
    lines.keySet().stream()
        .sorted()
        .limit(Math.max(0, MOST - changes.size()))
        .forEach(
            code -> changes.add("Entry " + code + " came after the seal and is not drawn from."));
    return changes;
  }
}
