package org.wordborne.effect;

import java.nio.charset.StandardCharsets;

/* Reads one line of a list: CODE TAB GROUP TAB WEIGHT TAB STATUS TAB DIGEST, all ASCII. */
final class EntryLine {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_LENGTH = 10;
  private static final int FIELDS = 5;
  private static final int LONGEST_STATUS = 24;
  private static final int LONGEST_DIGEST = 64;
  private static final byte[] VALID = {'v', 'a', 'l', 'i', 'd'};
  private static final byte[] VALUES = values();

  long code;
  int group;
  int weight;
  boolean isValid;

  private byte[] bytes = {};
  private final int[] from = new int[FIELDS];
  private final int[] to = new int[FIELDS];
  private int number;

  /* Codes keep their order as numbers: the alphabet stands in the order of its bytes. */
  private static byte[] values() {
    byte[] values = new byte[128];
    java.util.Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  /// Reads `bytes[start, end)` as line `number`; the fields hold what it said.
  void read(byte[] bytes, int start, int end, int number) throws DrawException {
    this.bytes = bytes;
    this.number = number;
    split(start, end);
    code = code();
    group = number(1, "group", 9);
    weight = number(2, "weight", 6);
    status();
    digest();
  }

  private void split(int start, int end) throws DrawException {
    int field = 0;
    from[0] = start;
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\t') {
        to[field++] = i;
        if (field == FIELDS) {
          throw wrong("more than five fields; a line is CODE, GROUP, WEIGHT, STATUS, DIGEST");
        }
        from[field] = i + 1;
      }
    }
    if (field != FIELDS - 1) {
      throw wrong(
          (field + 1)
              + (field == 0 ? " field" : " fields")
              + "; a line is CODE, GROUP, WEIGHT, STATUS, DIGEST with tabs between");
    }
    to[field] = end;
  }

  private long code() throws DrawException {
    long value = 0;
    boolean good = to[0] - from[0] == CODE_LENGTH;
    for (int i = from[0]; good && i < to[0]; i++) {
      int digit = bytes[i] < 0 ? -1 : VALUES[bytes[i]];
      good = digit >= 0;
      value = value << 5 | digit;
    }
    if (!good) {
      throw wrong(0, "code", "10 characters of 0-9 and A-Z without I, L, O, U");
    }
    return value;
  }

  private int number(int field, String name, int digits) throws DrawException {
    int value = 0;
    int length = to[field] - from[field];
    boolean good = length > 0 && length <= digits && bytes[from[field]] != '0';
    for (int i = from[field]; good && i < to[field]; i++) {
      good = bytes[i] >= '0' && bytes[i] <= '9';
      value = 10 * value + (bytes[i] - '0');
    }
    if (!good) {
      throw wrong(
          field, name, "a whole number from 1 to " + "9".repeat(digits) + " without leading zeros");
    }
    return value;
  }

  private void status() throws DrawException {
    int length = to[3] - from[3];
    boolean good = length > 0 && length <= LONGEST_STATUS;
    for (int i = from[3]; good && i < to[3]; i++) {
      good = bytes[i] == '-' || bytes[i] >= 'a' && bytes[i] <= 'z';
    }
    if (!good) {
      throw wrong(3, "status", "1 to 24 characters of a-z and -");
    }
    isValid = java.util.Arrays.equals(bytes, from[3], to[3], VALID, 0, VALID.length);
  }

  private void digest() throws DrawException {
    boolean good = to[4] - from[4] == LONGEST_DIGEST;
    for (int i = from[4]; good && i < to[4]; i++) {
      good = bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] >= 'a' && bytes[i] <= 'f';
    }
    if (!good) {
      throw wrong(4, "digest", "64 characters of 0-9 and a-f");
    }
  }

  private DrawException wrong(int field, String name, String right) {
    var value =
        new String(bytes, from[field], to[field] - from[field], StandardCharsets.ISO_8859_1);
    var shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    return wrong(name + " '" + shown.replaceAll("\\p{Cntrl}", "?") + "' must be " + right);
  }

  private DrawException wrong(String reason) {
    return new DrawException(number, reason);
  }
}
