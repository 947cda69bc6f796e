package org.wordborne.server.campaign.contest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.WorkspaceId;

/// What nobody may guess: codes, salts, keys of receipts.
@Component
final class Secrets {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE = 10;
  private static final int SALT = 16;
  private static final int MOST_GROUPS = 999_999_999;
  private final SecureRandom chance;

  Secrets(SecureRandom chance) {
    this.chance = chance;
  }

  /// Ten characters of Crockford's base 32: 50 bits.
  String code() {
    var code = new StringBuilder();
    for (int i = 0; i < CODE; i++) {
      code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    chance.nextBytes(bytes);
    return bytes;
  }

  byte[] salt() {
    return bytes(SALT);
  }

  int group() {
    return 1 + chance.nextInt(MOST_GROUPS);
  }

  /// A key that carries its workspace: 16 bytes of it and 16 of chance.
  String key(WorkspaceId workspace) {
    var key =
        ByteBuffer.allocate(32)
            .putLong(workspace.value().getMostSignificantBits())
            .putLong(workspace.value().getLeastSignificantBits())
            .put(bytes(16));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
  }

  /// The workspace a key names.
  static Optional<WorkspaceId> workspace(String key) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(key);
      var buffer = ByteBuffer.wrap(bytes);
      return bytes.length == 32
          ? Optional.of(new WorkspaceId(new UUID(buffer.getLong(), buffer.getLong())))
          : Optional.empty();
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  /// Whether two texts are the same, in a time that tells nothing.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// A hash that means nothing outside of one contest.
  static String hash(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
