package org.wordborne.server.operate.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.json.JsonMapper;

/// What writer and reader of the outermost layer share: the beginning of the file, and the frame
/// around each chunk.
final class Chunks {
  /// The first bytes of every backup, whatever its format.
  static final byte[] MAGIC = "wordborne-backup\n".getBytes(StandardCharsets.US_ASCII);

  /// Most bytes of a chunk, before its seal.
  static final int MOST = 1 << 20;

  /// Number, length, whether it is the last.
  static final int FRAME = Long.BYTES + Integer.BYTES + 1;

  static final int HASH_BYTES = 32;
  static final int TAG_BYTES = 16;
  static final int MOST_HEAD = 1 << 16;
  static final JsonMapper JSON = JsonMapper.builder().build();

  private Chunks() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static byte[] frame(long number, int length, boolean last) {
    return ByteBuffer.allocate(FRAME)
        .putLong(number)
        .putInt(length)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  /// What a chunk is bound to beside its own bytes: the head of its file and its frame.
  static byte[] bound(byte[] headHash, byte[] frame) {
    return ByteBuffer.allocate(headHash.length + frame.length).put(headHash).put(frame).array();
  }

  static byte[] seal(byte[] bound, byte[] bytes, int length) {
    MessageDigest hash = sha256();
    hash.update(bound);
    hash.update(bytes, 0, length);
    return hash.digest();
  }
}
