package org.wordborne.server.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Text as UTF-8; each line that is not valid UTF-8 as windows-1252, in which spreadsheets save
/// CSV. So a file of either kind is read right, and one bad line spoils no other.
final class LineDecoder extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// A longer line is cut behind its next plain letter, so that no character is cut in two.
  private static final int LONG = 1 << 20;

  private final InputStream in;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final byte[] block = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
  private CharBuffer text = CharBuffer.allocate(0);
  private int from;
  private int to;
  private long foreign;

  LineDecoder(InputStream in) {
    this.in = in;
  }

  /// Lines so far that were no UTF-8.
  long foreignLines() {
    return foreign;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (!text.hasRemaining() && !advance()) {
      return -1;
    }
    int count = Math.min(length, text.remaining());
    text.get(into, offset, count);
    return count;
  }

  private boolean advance() throws IOException {
    line.reset();
    boolean whole = false;
    while (!whole && (from < to || fill())) {
      int end = from;
      while (end < to && !whole) {
        byte next = block[end++];
        whole = next == '\n' || next >= 0 && line.size() + end - from > LONG;
      }
      line.write(block, from, end - from);
      from = end;
    }
    text = decoded(line.toByteArray());
    return text.hasRemaining();
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(block));
    return to > 0;
  }

  private CharBuffer decoded(byte[] bytes) {
    try {
      return utf8.decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notUtf8) {
      foreign++;
      return WINDOWS.decode(ByteBuffer.wrap(bytes));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
