package org.wordborne.server.operate.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into numbered chunks, each with its hash or, with a key, closed with its tag.
final class ChunkOutput extends OutputStream {
  private final OutputStream out;
  private final @Nullable BackupKey key;
  private final byte[] headHash;
  private final byte[] waiting = new byte[Chunks.MOST];
  private int filled;
  private long number;
  private boolean finished;

  /// Writes the beginning of the file to `out`.
  ChunkOutput(OutputStream out, BackupHead head, @Nullable BackupKey key) throws IOException {
    this.out = out;
    this.key = key;
    byte[] json = Chunks.JSON.writeValueAsBytes(head);
    this.headHash = Chunks.sha256().digest(json);
    out.write(Chunks.MAGIC);
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(json.length).array());
    out.write(json);
    out.write(headHash);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == waiting.length) {
        send(false);
      }
      int now = Math.min(left, waiting.length - filled);
      System.arraycopy(bytes, at, waiting, filled, now);
      filled += now;
      at += now;
      left -= now;
    }
  }

  private void send(boolean last) throws IOException {
    byte[] frame = Chunks.frame(number, filled, last);
    byte[] bound = Chunks.bound(headHash, frame);
    out.write(frame);
    if (key == null) {
      out.write(waiting, 0, filled);
      out.write(Chunks.seal(bound, waiting, filled));
    } else {
      out.write(key.seal(number, bound, waiting, filled));
    }
    number++;
    filled = 0;
  }

  /// Writes the last chunk, without which the file counts as cut.
  void finish() throws IOException {
    if (!finished) {
      finished = true;
      send(true);
      out.flush();
    }
  }
}
