package org.wordborne.server.workspace.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.WorkspaceId;

/// The text of a session, which is 32 bytes of chance, or of a token: the workspace it is good in,
/// and 32 bytes of chance.
///
/// Since the workspace is in a token's text, what is kept of it can be looked for behind the
/// workspace's wall. Kept is only the hash: who reads the database cannot sign in.
///
/// @param workspace where it is good; null for a session, which belongs to a person
/// @param text what the browser or program sends
record Credential(@Nullable WorkspaceId workspace, String text) {
  private static final int CHANCE = 32;
  private static final int LENGTH = 2 * Long.BYTES + CHANCE;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /// Of a session.
  static Credential make(SecureRandom chance) {
    byte[] secret = new byte[CHANCE];
    chance.nextBytes(secret);
    return new Credential(null, ENCODER.encodeToString(secret));
  }

  /// Of a token.
  static Credential make(WorkspaceId workspace, SecureRandom chance) {
    byte[] secret = new byte[CHANCE];
    chance.nextBytes(secret);
    UUID id = workspace.value();
    byte[] whole =
        ByteBuffer.allocate(LENGTH)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(secret)
            .array();
    return new Credential(workspace, ENCODER.encodeToString(whole));
  }

  /// Reads what was sent; empty if it is none of ours by its shape.
  static Optional<Credential> read(String text) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      if (whole.length == CHANCE) {
        return Optional.of(new Credential(null, text));
      }
      if (whole.length != LENGTH) {
        return Optional.empty();
      }
      var bytes = ByteBuffer.wrap(whole);
      var id = new UUID(bytes.getLong(), bytes.getLong());
      return Optional.of(new Credential(new WorkspaceId(id), text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  byte[] hash() {
    return sha256(text);
  }

  /// A word that only the holder of this credential and we can know: sent with each change, it
  /// shows that the page, and not a foreign one, asked for it.
  String companion() {
    return ENCODER.encodeToString(sha256("csrf:" + text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "credential";
  }
}
