package org.wordborne.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/* Percent-encoding with the encode sets of the WHATWG URL standard, section 1.3. */
final class PercentCode {
  static final IntPredicate CONTROL = c -> c <= 0x1F || c > 0x7E;
  static final IntPredicate FRAGMENT = CONTROL.or(in(" \"<>`"));
  static final IntPredicate QUERY = CONTROL.or(in(" \"#<>"));
  static final IntPredicate SPECIAL_QUERY = QUERY.or(in("'"));
  static final IntPredicate PATH = QUERY.or(in("?^`{}"));
  static final IntPredicate USER = PATH.or(in("/:;=@[\\]|"));

  private PercentCode() {}

  private static IntPredicate in(String characters) {
    return c -> characters.indexOf(c) >= 0;
  }

  static String encode(int c, IntPredicate set) {
    if (!set.test(c)) {
      return Character.toString(c);
    }
    boolean loneSurrogate = c >= 0xD800 && c <= 0xDFFF;
    String text = loneSurrogate ? "\uFFFD" : Character.toString(c);
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(String.format("%02X", b & 0xFF));
    }
    return out.toString();
  }

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
