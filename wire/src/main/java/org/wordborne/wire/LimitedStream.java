package org.wordborne.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/* Lets `limit` bytes through; one more is an overrun. */
final class LimitedStream extends FilterInputStream {
  static final class Overrun extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int got = in.read(into, offset, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int bytes) throws Overrun {
    left -= bytes;
    if (left < 0) {
      throw new Overrun();
    }
  }
}
