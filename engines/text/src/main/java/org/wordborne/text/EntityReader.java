package org.wordborne.text;

import java.util.ArrayList;
import java.util.List;
import org.wordborne.text.Entities.Entity;

/// Lists what a scan names, with code points for positions.
final class EntityReader {
  private final Scan scan;
  private final List<List<Entity>> found = new ArrayList<>();
  private int atChar;
  private int atPoint;

  private EntityReader(Scan scan) {
    this.scan = scan;
    for (int i = 0; i <= Token.EMOJI; i++) {
      found.add(List.of());
    }
  }

  /// Returns what the scan names.
  static Entities read(Scan scan) {
    boolean any = false;
    for (int t = 0; t < scan.count && !any; t++) {
      any = names(scan, t);
    }
    return any ? new EntityReader(scan).all() : Entities.NONE;
  }

  private static boolean names(Scan scan, int t) {
    return scan.kind[t] >= Token.HASHTAG
        && scan.kind[t] <= Token.EMOJI
        && (scan.flags[t] & Token.MASKED) == 0;
  }

  private Entities all() {
    for (int t = 0; t < scan.count; t++) {
      if (names(scan, t)) {
        add(t);
      }
    }
    return new Entities(
        List.copyOf(found.get(Token.HASHTAG)),
        List.copyOf(found.get(Token.HANDLE)),
        List.copyOf(found.get(Token.LINK)),
        List.copyOf(found.get(Token.CASHTAG)),
        List.copyOf(found.get(Token.EMOJI)));
  }

  private void add(int t) {
    int start = scan.start[t];
    int end = scan.end[t];
    boolean signed = scan.kind[t] != Token.LINK && scan.kind[t] != Token.EMOJI;
    int from = point(start);
    int to = point(end);
    var entity = new Entity(scan.text.substring(signed ? start + 1 : start, end), from, to);
    if (found.get(scan.kind[t]).isEmpty()) {
      found.set(scan.kind[t], new ArrayList<>());
    }
    found.get(scan.kind[t]).add(entity);
  }

  private int point(int index) {
    atPoint += scan.text.codePointCount(atChar, index);
    atChar = index;
    return atPoint;
  }
}
