package org.wordborne.effect;

import java.util.Arrays;

/* Reads the lines of a file and puts them into their order. The order is that of the codes, kept
 * as numbers; a million lines need two sorts of numbers and one copy at most. */
final class EntryListReader {
  interface Made {
    EntryList of(byte[] bytes, int[] starts, int[] groups, int[] chances);
  }

  private final byte[] bytes;
  private final int count;
  private final int[] starts;
  private final int[] groups;
  private final int[] chances;
  private final long[] codes;

  EntryListReader(byte[] bytes, int count) {
    this.bytes = bytes;
    this.count = count;
    starts = new int[count + 1];
    groups = new int[count];
    chances = new int[count];
    codes = new long[count];
  }

  EntryList read(Made made) throws DrawException {
    boolean sorted = readLines();
    if (sorted) {
      return made.of(bytes, starts, groups, chances);
    }
    long[] ordered = codes.clone();
    Arrays.sort(ordered);
    refuseTwice(ordered);
    return inOrder(ordered, made);
  }

  /* Returns whether the codes rise from line to line, as they do in a list that we wrote. */
  private boolean readLines() throws DrawException {
    var line = new EntryLine();
    boolean rises = true;
    for (int i = 0, at = 0; i < count; i++) {
      int end = at;
      while (bytes[end] != '\n') {
        end++;
      }
      line.read(bytes, at, end, i + 1);
      codes[i] = line.code;
      groups[i] = line.group;
      chances[i] = line.isValid ? line.weight : 0;
      rises &= i == 0 || codes[i] > codes[i - 1];
      at = end + 1;
      starts[i + 1] = at;
    }
    return rises;
  }

  private void refuseTwice(long[] ordered) throws DrawException {
    for (int i = 1; i < count; i++) {
      if (ordered[i] == ordered[i - 1]) {
        throw twice(ordered[i]);
      }
    }
  }

  private DrawException twice(long code) {
    int first = 0;
    while (codes[first] != code) {
      first++;
    }
    int second = first + 1;
    while (codes[second] != code) {
      second++;
    }
    var text = new String(bytes, starts[first], 10, java.nio.charset.StandardCharsets.US_ASCII);
    return new DrawException(
        second + 1,
        "code '" + text + "' stands on line " + (first + 1) + " too; each entry has its own");
  }

  private EntryList inOrder(long[] ordered, Made made) {
    int[] from = new int[count];
    for (int i = 0; i < count; i++) {
      from[Arrays.binarySearch(ordered, codes[i])] = i;
    }
    byte[] sorted = new byte[bytes.length];
    int[] begins = new int[count + 1];
    int[] people = new int[count];
    int[] weights = new int[count];
    for (int i = 0; i < count; i++) {
      int length = starts[from[i] + 1] - starts[from[i]];
      System.arraycopy(bytes, starts[from[i]], sorted, begins[i], length);
      begins[i + 1] = begins[i] + length;
      people[i] = groups[from[i]];
      weights[i] = chances[from[i]];
    }
    return made.of(sorted, begins, people, weights);
  }
}
