package org.wordborne.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What commands read: gzipped or not is seen from its beginning. Data that are damaged or cut off
/// end in one line that names the file.
final class PackedInput extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private final String file;

  private PackedInput(String file, InputStream in) {
    super(in);
    this.file = file;
  }

  /// The content of `in`, unpacked if it is packed; `file` names it for messages.
  static InputStream of(String file, InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    if (!packed) {
      return buffered;
    }
    try {
      return new PackedInput(file, new GZIPInputStream(buffered, BUFFER));
    } catch (EOFException | ZipException broken) {
      throw new CommandException(file + ": begins like gzip, but is none");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    try {
      return super.read(into, from, length);
    } catch (EOFException | ZipException broken) {
      throw new CommandException(file + ": its gzip data are damaged or cut off");
    }
  }
}
