package org.wordborne.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/*
 * Undoes Content-Encoding as it arrives, so that a bomb meets the body limit and never lies in
 * memory whole. Servers that say gzip and send plain text are common: the first bytes decide.
 */
final class ContentCoding {
  static final class Unknown extends IOException {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message);
    }
  }

  private static final int MOST_LAYERS = 2;

  private ContentCoding() {}

  static InputStream decode(InputStream raw, List<String> headers) throws IOException {
    var layers = new ArrayList<String>();
    for (String header : headers) {
      for (String name : header.toLowerCase(Locale.ROOT).split(",")) {
        if (!name.isBlank() && !name.strip().equals("identity")) {
          layers.add(name.strip());
        }
      }
    }
    if (layers.size() > MOST_LAYERS) {
      throw new Unknown("it is compressed more than twice");
    }
    InputStream decoded = raw;
    for (String layer : layers.reversed()) {
      decoded = undo(decoded, layer);
    }
    return decoded;
  }

  private static InputStream undo(InputStream in, String layer) throws IOException {
    var begun = new PushbackInputStream(in, 2);
    byte[] head = begun.readNBytes(2);
    begun.unread(head);
    return switch (layer) {
      case "gzip", "x-gzip" -> isGzip(head) ? new GZIPInputStream(begun, 8192) : begun;
      case "deflate" -> new InflaterInputStream(begun, new Inflater(!isZlib(head)), 8192);
      default -> throw new Unknown("its compression '" + layer + "' was not asked for");
    };
  }

  private static boolean isGzip(byte[] head) {
    return head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
  }

  private static boolean isZlib(byte[] head) {
    return head.length == 2
        && (head[0] & 0x0F) == 8
        && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) % 31 == 0;
  }
}
