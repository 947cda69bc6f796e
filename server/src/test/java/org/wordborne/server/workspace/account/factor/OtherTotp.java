package org.wordborne.server.workspace.account.factor;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// A device that makes codes, by a second way: HMAC after RFC 2104 with its two pads, base 32 as
/// one large number.
public final class OtherTotp {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OtherTotp() {}

  public static String code(String secret, long seconds) {
    BigInteger number = BigInteger.ZERO;
    for (char letter : secret.toCharArray()) {
      number =
          number.multiply(BigInteger.valueOf(32)).add(BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    byte[] inner = new byte[64 + 8];
    byte[] outer = new byte[64 + 20];
    for (int i = 0; i < 64; i++) {
      int key = i < 20 ? number.shiftRight(8 * (19 - i)).intValue() & 0xff : 0;
      inner[i] = (byte) (key ^ 0x36);
      outer[i] = (byte) (key ^ 0x5c);
    }
    long step = seconds / 30;
    for (int i = 0; i < 8; i++) {
      inner[64 + i] = (byte) (step >>> 8 * (7 - i));
    }
    System.arraycopy(sha1(inner), 0, outer, 64, 20);
    byte[] mac = sha1(outer);
    var from = new BigInteger(1, mac).shiftRight(8 * (16 - (mac[19] & 15))).intValue();
    return "%06d".formatted((from & Integer.MAX_VALUE) % 1_000_000);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
