package org.wordborne.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.wordborne.wire.HttpHeaders.Line;

/* Reads an HTTP/1.1 answer (RFC 9112), within limits, from a peer that may wish us ill. */
final class AnswerReader {
  private static final int HEAD_BYTES = 64_000;
  private static final int HEAD_LINES = 200;

  private final InputStream in;
  private final WebAddress address;
  private final HttpLimits limits;
  private int headLeft = HEAD_BYTES;

  AnswerReader(InputStream in, WebAddress address, HttpLimits limits) {
    this.in = in;
    this.address = address;
    this.limits = limits;
  }

  RawAnswer read(String method) throws IOException {
    int status = 100;
    HttpHeaders headers = new HttpHeaders(List.of());
    for (int informed = 0; status < 200 && informed < 10; informed++) {
      status = status(line());
      headers = headers();
    }
    if (status < 200 || status > 599) {
      throw Faults.broken(address, "status " + status + " is none of HTTP");
    }
    boolean noBody = method.equals("HEAD") || status == 204 || status == 304;
    return new RawAnswer(status, headers, noBody ? new byte[0] : body(headers));
  }

  private int status(String line) throws HttpFault {
    if (!line.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
      throw Faults.broken(address, "it does not begin as HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private HttpHeaders headers() throws IOException {
    var lines = new ArrayList<Line>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (lines.size() == HEAD_LINES) {
        throw Faults.broken(address, "more than " + HEAD_LINES + " header lines");
      }
      int colon = line.indexOf(':');
      boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (folded && !lines.isEmpty()) {
        Line last = lines.removeLast();
        lines.add(new Line(last.name(), last.value() + " " + line.strip()));
      } else if (colon > 0) {
        lines.add(new Line(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return new HttpHeaders(lines);
  }

  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw Faults.broken(address, "it broke off in its head");
      }
      if (--headLeft < 0) {
        throw Faults.broken(address, "its head is larger than " + HEAD_BYTES / 1000 + " kB");
      }
      bytes.write(b);
    }
    String line = bytes.toString(StandardCharsets.ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private byte[] body(HttpHeaders headers) throws IOException {
    try {
      var raw = new LimitedStream(framed(headers), limits.bodyBytes());
      return all(ContentCoding.decode(raw, headers.all("Content-Encoding")));
    } catch (LimitedStream.Overrun overrun) {
      throw Faults.tooLarge(address, limits.bodyBytes());
    } catch (ZipException unreadable) {
      throw Faults.broken(address, "its compression is damaged");
    } catch (ContentCoding.Unknown unknown) {
      throw Faults.broken(address, String.valueOf(unknown.getMessage()));
    } catch (EOFException early) {
      throw Faults.broken(address, "it broke off before its end");
    }
  }

  private byte[] all(InputStream decoded) throws IOException {
    byte[] body = decoded.readNBytes(limits.bodyBytes() + 1);
    if (body.length > limits.bodyBytes()) {
      throw Faults.tooLarge(address, limits.bodyBytes());
    }
    return body;
  }

  private InputStream framed(HttpHeaders headers) throws IOException {
    List<String> codings = headers.all("Transfer-Encoding");
    if (!codings.isEmpty()) {
      String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
      if (!coding.equals("chunked")) {
        throw Faults.broken(address, "its transfer coding is not known");
      }
      return new ChunkedStream(in);
    }
    var lengths = new HashSet<String>();
    for (String value : headers.all("Content-Length")) {
      lengths.addAll(List.of(value.split("\\s*,\\s*")));
    }
    return lengths.isEmpty() ? in : new CountedStream(in, length(lengths));
  }

  private long length(HashSet<String> lengths) throws HttpFault {
    String only = lengths.iterator().next();
    if (lengths.size() > 1 || !only.matches("[0-9]{1,18}")) {
      throw Faults.broken(address, "its Content-Length is no number");
    }
    long length = Long.parseLong(only);
    if (length > limits.bodyBytes()) {
      throw Faults.tooLarge(address, limits.bodyBytes());
    }
    return length;
  }
}
