package org.wordborne.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/* Exactly `left` bytes; fewer are a broken answer, not a short one. */
final class CountedStream extends InputStream {
  private final InputStream in;
  private long left;

  CountedStream(InputStream in, long left) {
    this.in = in;
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0 || length == 0) {
      return length == 0 ? 0 : -1;
    }
    int got = in.read(into, offset, (int) Math.min(length, left));
    if (got < 0) {
      throw new EOFException(left + " bytes are missing");
    }
    left -= got;
    return got;
  }
}
