package org.wordborne.server.operate.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Puts the chunks of a backup together again, and refuses the first one that is not as it was
/// written: cut, changed, moved, or of another file.
final class ChunkInput extends InputStream {
  private final InputStream in;
  private final BackupHead head;
  private final byte[] headHash;
  private @Nullable BackupKey key;
  private byte[] chunk = {};
  private int at;
  private long number;
  private boolean ended;

  /// Reads the beginning of the file.
  ///
  /// @throws BackupException if it is no backup, of another format, or changed in its head
  ChunkInput(InputStream in) throws IOException {
    this.in = in;
    if (!Arrays.equals(in.readNBytes(Chunks.MAGIC.length), Chunks.MAGIC)) {
      throw new BackupException("it is no backup of Wordborne");
    }
    int length = ByteBuffer.wrap(exactly(Integer.BYTES, "in its head")).getInt();
    if (length < 0 || length > Chunks.MOST_HEAD) {
      throw new BackupException("its head was changed");
    }
    byte[] json = exactly(length, "in its head");
    headHash = exactly(Chunks.HASH_BYTES, "in its head");
    if (!MessageDigest.isEqual(headHash, Chunks.sha256().digest(json))) {
      throw new BackupException("its head was changed");
    }
    head = head(json);
  }

  private static BackupHead head(byte[] json) {
    try {
      int format = Chunks.JSON.readTree(json).path("format").asInt(0);
      if (format != BackupHead.FORMAT) {
        throw new BackupException(
            "it is in format " + format + ", and this program reads format " + BackupHead.FORMAT);
      }
      return Chunks.JSON.readValue(json, BackupHead.class);
    } catch (JacksonException other) {
      throw new BackupException("its head cannot be read", other);
    }
  }

  BackupHead head() {
    return head;
  }

  /// Makes it ready for reading; a passphrase that is not needed is not looked at.
  ///
  /// @throws BackupException if one is needed and none is given, or it is the wrong one
  void unlock(@Nullable String given) {
    BackupHead.Lock lock = head.lock();
    if (lock != null) {
      if (given == null) {
        throw new BackupException(
            "it is closed by a passphrase; give it with --passphrase-stdin or --passphrase-file");
      }
      key = BackupKey.of(given, head, lock);
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, to, from, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == chunk.length && !ended) {
      next();
    }
    return at < chunk.length;
  }

  private void next() throws IOException {
    byte[] frame = exactly(Chunks.FRAME, "before chunk " + number);
    var told = ByteBuffer.wrap(frame);
    long stands = told.getLong();
    int length = told.getInt();
    byte last = told.get();
    if (length < 0 || length > Chunks.MOST || last < 0 || last > 1) {
      throw new BackupException("chunk " + number + " was changed");
    }
    if (stands != number) {
      throw new BackupException("chunk " + stands + " stands where chunk " + number + " belongs");
    }
    chunk = opened(Chunks.bound(headHash, frame), length);
    at = 0;
    number++;
    ended = last == 1;
    if (ended && in.read() >= 0) {
      throw new BackupException("bytes follow its last chunk, " + (number - 1));
    }
  }

  private byte[] opened(byte[] bound, int length) throws IOException {
    String where = "in chunk " + number;
    BackupKey opening = key;
    if (opening != null) {
      try {
        return opening.open(number, bound, exactly(length + Chunks.TAG_BYTES, where));
      } catch (GeneralSecurityException changed) {
        throw new BackupException("chunk " + number + " was changed", changed);
      }
    }
    byte[] plain = exactly(length, where);
    byte[] hash = exactly(Chunks.HASH_BYTES, where);
    if (!MessageDigest.isEqual(hash, Chunks.seal(bound, plain, length))) {
      throw new BackupException("chunk " + number + " was changed");
    }
    return plain;
  }

  private byte[] exactly(int count, String where) throws IOException {
    byte[] read = in.readNBytes(count);
    if (read.length < count) {
      throw new BackupException(
          "it is cut: it ends " + where, new EOFException(read.length + " of " + count));
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
