package org.wordborne.server.strategy.auction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Binds a seller to an amount that nobody can read yet.
public final class Commitment {
  private static final String NAME = "wordborne-bid-1";

  private Commitment() {}

  /// SHA-256, in hexadecimal, of name, call, seller, amount and nonce, a line each.
  ///
  /// @param seller S1, S2 …; "ceiling" for what the wisher pays at most
  /// @param amount as `240.00 GBP`
  /// @param nonce 64 hexadecimal digits of chance, without which the amount could be guessed
  public static String of(String call, String seller, String amount, String nonce) {
    return sha256(String.join("\n", NAME, call, seller, amount, nonce) + "\n");
  }

  /// SHA-256 of a text as UTF-8, in hexadecimal.
  public static String digest(String text) {
    return sha256(text);
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
