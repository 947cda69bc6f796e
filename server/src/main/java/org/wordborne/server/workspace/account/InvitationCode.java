package org.wordborne.server.workspace.account;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.WorkspaceId;

/// What stands behind the `#` of an invitation's link: its workspace, and 128 bits that nobody
/// guesses.
///
/// @param text as the link carries it; only its hash is kept
record InvitationCode(WorkspaceId workspace, String text) {
  private static final int SECRET = 16;
  private static final int LENGTH = 2 * Long.BYTES + SECRET;

  static InvitationCode make(WorkspaceId workspace, SecureRandom chance) {
    byte[] secret = new byte[SECRET];
    chance.nextBytes(secret);
    UUID id = workspace.value();
    byte[] whole =
        ByteBuffer.allocate(LENGTH)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(secret)
            .array();
    return new InvitationCode(
        workspace, Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
  }

  /// What somebody sent, if it has the shape of one.
  static Optional<InvitationCode> read(String sent) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(sent);
      if (whole.length != LENGTH) {
        return Optional.empty();
      }
      var bytes = ByteBuffer.wrap(whole);
      var workspace = new WorkspaceId(new UUID(bytes.getLong(), bytes.getLong()));
      return Optional.of(new InvitationCode(workspace, sent));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  byte[] hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "invitation code";
  }
}
