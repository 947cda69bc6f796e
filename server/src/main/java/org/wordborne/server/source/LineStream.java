package org.wordborne.server.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a stream as bytes, with their numbers; a line longer than the limit is cut, and said
/// to be too long.
final class LineStream {
  static final int LONGEST_LINE = 4 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;
  private boolean tooLong;

  LineStream(InputStream in) {
    this.in = in;
  }

  /// The next line without its end, or null behind the last.
  byte @Nullable [] next() throws IOException {
    byte[] line = new byte[0];
    boolean any = false;
    tooLong = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line = joined(line, end);
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return line;
  }

  /// The number of the line that was given last; the first is 1.
  long number() {
    return number;
  }

  /// Whether the line that was given last was longer than it may be.
  boolean isTooLong() {
    return tooLong;
  }

  private byte[] joined(byte[] line, int end) {
    int more = end - from;
    if (line.length + more > LONGEST_LINE) {
      tooLong = true;
      return line;
    }
    byte[] longer = Arrays.copyOf(line, line.length + more);
    System.arraycopy(buffer, from, longer, line.length, more);
    return longer;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
