package org.wordborne.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the lines of an edge list without making words of them.
final class ArcReader {
  private static final int MOST_PEOPLE = 500_000_000;

  private final boolean header;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private float @Nullable [] chance;
  private int arcs;
  private int number;
  private int highest = -1;
  private long people = -1;
  private long promised = -1;

  /* Where the reader stands in the line. */
  private String line = "";
  private int at;

  ArcReader(boolean header) {
    this.header = header;
  }

  void line(String next) throws GraphException {
    number++;
    line = next;
    at = 0;
    skipBlanks();
    if (at == line.length() || line.charAt(at) == '#' || line.charAt(at) == '%') {
      return;
    }
    if (header && people < 0) {
      people = whole("the number of people", MOST_PEOPLE);
      promised = whole("the number of arcs", Integer.MAX_VALUE);
      if (people == 0) {
        throw wrong("there must be at least 1 person");
      }
    } else {
      arc();
    }
    skipBlanks();
    if (at < line.length()) {
      throw wrong("'" + line.substring(at) + "' is too much: an arc is 'from to [chance]'");
    }
  }

  private void arc() throws GraphException {
    if (arcs == from.length) {
      grow();
    }
    long limit = people < 0 ? MOST_PEOPLE : people;
    from[arcs] = (int) whole("the speaker", limit - 1);
    to[arcs] = (int) whole("the hearer", limit - 1);
    highest = Math.max(highest, Math.max(from[arcs], to[arcs]));
    skipBlanks();
    boolean has = at < line.length();
    if (arcs == 0 && has) {
      chance = new float[from.length];
    }
    if (has != (chance != null)) {
      throw wrong(has ? "a chance, but earlier arcs have none" : "the chance is missing");
    }
    if (chance != null) {
      chance[arcs] = chance();
    }
    arcs++;
  }

  private void grow() {
    int size = from.length * 2;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    chance = chance == null ? null : Arrays.copyOf(chance, size);
  }

  private long whole(String what, long most) throws GraphException {
    skipBlanks();
    int begin = at;
    long value = 0;
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
      value = Math.min(value * 10 + (line.charAt(at) - '0'), Long.MAX_VALUE / 20);
      at++;
    }
    if (at == begin || at < line.length() && !isBlank(line.charAt(at))) {
      throw wrong(what + " must be a whole number from 0, was '" + word(begin) + "'");
    }
    if (value > most) {
      throw wrong(what + " must be at most " + most + ", was " + word(begin));
    }
    return value;
  }

  private float chance() throws GraphException {
    int begin = at;
    String word = word(begin);
    at = begin + word.length();
    try {
      float value = Float.parseFloat(word);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw wrong("the chance must be in [0, 1], was '" + word + "'");
  }

  private String word(int begin) {
    int end = begin;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end++;
    }
    return line.substring(begin, end);
  }

  private void skipBlanks() {
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\t' || sign == ',' || sign == '\r';
  }

  private GraphException wrong(String reason) {
    return new GraphException(number, reason);
  }

  VoiceGraph graph() throws GraphException {
    if (header && people < 0) {
      throw new GraphException(0, "empty: the first line must be 'people arcs'");
    }
    if (!header && arcs == 0) {
      throw new GraphException(0, "holds no arc");
    }
    if (promised >= 0 && promised != arcs) {
      throw new GraphException(
          0, "the first line promises " + promised + " arcs, there are " + arcs);
    }
    int count = header ? (int) people : highest + 1;
    var chances = chance == null ? null : Arrays.copyOf(chance, arcs);
    return VoiceGraph.of(count, Arrays.copyOf(from, arcs), Arrays.copyOf(to, arcs), chances);
  }
}
