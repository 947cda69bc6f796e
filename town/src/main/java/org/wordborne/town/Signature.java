package org.wordborne.town;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signatures after Standard Webhooks, in the town's own hand: whoever listens has another.
final class Signature {
  private Signature() {}

  /// The `webhook-signature` of a message.
  static String sign(String secret, String id, long timestamp, String body) {
    try {
      String key = secret.startsWith("whsec_") ? secret.substring(6) : secret;
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
      byte[] digest =
          mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether one of the signatures of a received message is right and its time is near `now`.
  static boolean holds(String secret, Door.Asked asked, long now) {
    String id = asked.header("webhook-id");
    String stamp = asked.header("webhook-timestamp");
    if (id.isEmpty() || !stamp.matches("\\d{1,12}")) {
      return false;
    }
    long at = Long.parseLong(stamp);
    byte[] right = sign(secret, id, at, asked.body()).getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String one : asked.header("webhook-signature").split(" ")) {
      found |= MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8));
    }
    return found && Math.abs(now - at) <= 300;
  }
}
