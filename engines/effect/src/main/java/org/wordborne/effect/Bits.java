package org.wordborne.effect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/* Hashes and their spelling, as every part of a draw needs them. */
final class Bits {
  static final int HASH_BYTES = 32;

  private static final HexFormat HEX = HexFormat.of();

  private Bits() {}

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no " + name, missing);
    }
  }

  static byte[] sha256(byte[] bytes) {
    return sha256().digest(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] unhex(String text) {
    return HEX.parseHex(text);
  }

  /// Whether `text` is `bytes` bytes in lower case hexadecimal.
  static boolean isHex(String text, int bytes) {
    return text.length() == 2 * bytes
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /// Whether `text` is a whole number from `least` to `most`, without sign or leading zeros.
  static boolean isNumber(String text, long least, long most) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      return false;
    }
    long value = Long.parseLong(text);
    return value >= least && value <= most;
  }
}
