package org.wordborne.server.publicpage;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.WorkspaceId;

/// The text of a door: the workspace, so that the wall around its rows need not be left to look
/// for it, and 128 bits of chance, of which only the hash is looked up.
record DoorText(WorkspaceId workspace, byte[] chance) {
  private static final int CHANCE = 16;
  private static final int BYTES = 32;
  private static final int LETTERS = 43;

  static DoorText make(Scope scope, SecureRandom random) {
    byte[] chance = new byte[CHANCE];
    random.nextBytes(chance);
    return new DoorText(scope.workspace(), chance);
  }

  static Optional<DoorText> read(String text) {
    if (text.length() != LETTERS) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      var workspace = new WorkspaceId(new UUID(bytes.getLong(), bytes.getLong()));
      byte[] chance = new byte[CHANCE];
      bytes.get(chance);
      return Optional.of(new DoorText(workspace, chance));
    } catch (IllegalArgumentException noLetters) {
      return Optional.empty();
    }
  }

  String text() {
    UUID id = workspace.value();
    byte[] all =
        ByteBuffer.allocate(BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(chance)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  Scope scope() {
    return Scope.of(workspace);
  }

  String hash() {
    return Sha256.hex(chance);
  }
}
