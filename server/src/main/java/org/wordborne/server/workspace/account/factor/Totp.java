package org.wordborne.server.workspace.account.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with the time (RFC 6238): HMAC-SHA-1, six digits, a step of 30 seconds, which
/// is what every device that makes such codes can do.
///
/// A code is taken one step early or late, for clocks that differ, and never twice: of an account
/// the last step is kept, and only later ones are good.
public final class Totp {
  private static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int DRIFT = 1;
  private static final int MODULUS = 1_000_000;
  private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

  private Totp() {}

  /// A new secret of 160 bits, as the RFC asks for SHA-1.
  static byte[] secret(SecureRandom chance) {
    byte[] secret = new byte[SECRET_BYTES];
    chance.nextBytes(secret);
    return secret;
  }

  /// Whether a text can be such a code at all; spaces that devices show are let through.
  public static boolean isShaped(String sent) {
    return SHAPE.matcher(plain(sent)).matches();
  }

  /// The step for which `sent` is right at `now`, if there is one after `lastStep`.
  static OptionalLong step(byte[] secret, String sent, Instant now, long lastStep) {
    byte[] given = plain(sent).getBytes(StandardCharsets.UTF_8);
    long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - DRIFT; step <= present + DRIFT; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given) && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code of one step.
  static String code(byte[] secret, long step) {
    byte[] mac = mac(secret, step);
    int from = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac).getInt(from) & 0x7fff_ffff;
    return "%06d".formatted(number % MODULUS);
  }

  /// What the code for cameras says, by which a device learns the secret.
  static String address(String server, String email, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(encoded(server), encoded(email), Base32.text(secret), encoded(server));
  }

  private static byte[] mac(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
    }
  }

  private static String plain(String sent) {
    return sent.replace(" ", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
