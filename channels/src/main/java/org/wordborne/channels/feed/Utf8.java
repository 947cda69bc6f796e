package org.wordborne.channels.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/* UTF-8 with single bytes of windows-1252 in it, as pasted text leaves behind. */
final class Utf8 {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Utf8() {}

  /* Whether more sequences are right than wrong. */
  static boolean isMostly(byte[] bytes) {
    int right = 0;
    int wrong = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = sequence(bytes, at);
      right += length > 1 ? 1 : 0;
      wrong += length == 0 ? 1 : 0;
      at += Math.max(1, length);
    }
    return right > wrong;
  }

  /* Right sequences as UTF-8, every other byte as windows-1252. */
  static String lenient(byte[] bytes, int from) {
    var out = new StringBuilder(bytes.length);
    int at = from;
    while (at < bytes.length) {
      int end = at;
      for (int length = sequence(bytes, end); length > 0; length = sequence(bytes, end)) {
        end += length;
      }
      out.append(new String(bytes, at, end - at, StandardCharsets.UTF_8));
      if (end < bytes.length) {
        out.append(new String(bytes, end, 1, WINDOWS));
        end++;
      }
      at = end;
    }
    return out.toString();
  }

  /* How many bytes the right sequence at `at` has; 0 if there is none. */
  private static int sequence(byte[] bytes, int at) {
    if (at >= bytes.length) {
      return 0;
    }
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    boolean beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : length;
  }
}
