package org.wordborne.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/* The chunked transfer coding, RFC 9112 section 7.1; trailers are not read. */
final class ChunkedStream extends InputStream {
  private static final int LINE_BYTES = 1024;

  private final InputStream in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int got = in.read(into, offset, (int) Math.min(length, left));
    if (got < 0) {
      throw new EOFException("the chunk broke off");
    }
    left -= got;
    return got;
  }

  private void nextChunk() throws IOException {
    if (begun && !line().isEmpty()) {
      throw new EOFException("the chunk is longer than it says");
    }
    begun = true;
    String size = line().replaceFirst("\\s*;.*", "").strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new EOFException("the chunk has no size");
    }
    left = Long.parseLong(size, 16);
    ended = left == 0;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() == LINE_BYTES) {
        throw new EOFException("the chunk broke off");
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }
}
