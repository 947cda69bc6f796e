package org.wordborne.server.workspace.account.factor;

/// Base 32 (RFC 4648) without padding: letters and digits that can be typed from a screen.
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int MASK = 31;

  private Base32() {}

  static String text(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = held << Byte.SIZE | next & 0xff;
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(LETTERS.charAt(held >>> bits & MASK));
      }
    }
    if (bits > 0) {
      text.append(LETTERS.charAt(held << BITS - bits & MASK));
    }
    return text.toString();
  }
}
