package org.wordborne.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/* The request line and header lines, as bytes. */
final class RequestHead {
  private RequestHead() {}

  static byte[] of(HttpAsk ask, WebAddress address) {
    var lines = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    lines.putAll(ask.headers());
    ask.credentials().forEach((name, value) -> lines.put(name, value.reveal()));
    lines.putIfAbsent("Accept", "*/*");
    lines.putIfAbsent("User-Agent", "Wordborne/0.1 (feed reader; word of mouth)");
    lines.put("Accept-Encoding", "gzip, deflate");
    lines.put("Connection", "close");
    boolean hasBody = ask.body().length > 0 || ask.method().equals("POST");
    if (hasBody) {
      lines.put("Content-Length", Integer.toString(ask.body().length));
    }
    var ordered = new LinkedHashMap<String, String>();
    ordered.put("Host", address.authority());
    lines.forEach(ordered::putIfAbsent);
    return text(ask.method() + " " + address.requestTarget() + " HTTP/1.1", ordered);
  }

  private static byte[] text(String requestLine, Map<String, String> lines) {
    var out = new StringBuilder(requestLine).append("\r\n");
    lines.forEach((name, value) -> out.append(line(name, value)).append("\r\n"));
    return out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(String name, String value) {
    boolean clean = value.chars().allMatch(c -> (c >= ' ' && c != 127 && c < 256) || c == '\t');
    if (!clean || !name.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("header '" + name + "' holds a character it may not");
    }
    return name + ": " + value;
  }
}
