package org.wordborne.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A web address as browsers read one: parsed once, judged by its parts, never as a string.
///
/// ```java
/// var base = WebAddress.parse("https://cafe.example/blog/one.html");
/// WebAddress.parse("../feed.xml?x=1", base).href();  // https://cafe.example/feed.xml?x=1
/// WebAddress.parse("http://0x7f.1/").host();          // 127.0.0.1
/// ```
///
/// Follows the WHATWG URL standard (https://url.spec.whatwg.org/), so every odd spelling of a host
/// that a browser would accept is brought to one form before anybody judges it. International
/// names are folded by NFKC and lower case, then Punycode (RFC 3492).
///
/// Instances are immutable.
public final class WebAddress {
  static final Map<String, Integer> SPECIAL =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

  String scheme = "";
  String user = "";
  String password = "";
  @Nullable String host;
  int port = -1;
  List<String> path = new ArrayList<>();
  @Nullable String opaquePath;
  @Nullable String query;
  @Nullable String fragment;

  WebAddress() {}

  /// Reads an absolute address; null if it is none.
  public static @Nullable WebAddress parse(String input) {
    return parse(input, null);
  }

  /// Reads an address relative to `base`; null if it is none.
  public static @Nullable WebAddress parse(String input, @Nullable WebAddress base) {
    return new AddressReader(input, base).read();
  }

  /// `input` made absolute by `base`; where that is impossible, `input` as it came.
  public static String resolve(String input, String base) {
    WebAddress start = base.isEmpty() ? null : parse(base);
    WebAddress made = parse(input, start);
    return made == null ? input.strip() : made.href();
  }

  /// Scheme in lower case, without the colon.
  public String scheme() {
    return scheme;
  }

  /// Host in its normal form, IPv6 in brackets; "" if there is none.
  public String host() {
    return host == null ? "" : host;
  }

  /// The port written, or that of the scheme; -1 if neither is known.
  public int effectivePort() {
    return port >= 0 ? port : SPECIAL.getOrDefault(scheme, -1);
  }

  /// Whether a user name or password is in it.
  public boolean hasCredentials() {
    return !user.isEmpty() || !password.isEmpty();
  }

  /// Whether it is http or https.
  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /// Path and query as they stand in a request line.
  public String requestTarget() {
    return pathText() + (query == null ? "" : "?" + query);
  }

  /// The path alone.
  public String path() {
    return pathText();
  }

  /// The query without its mark; "" if there is none.
  public String query() {
    return query == null ? "" : query;
  }

  /// Scheme, host and port: two addresses share an origin if this is the same.
  public String origin() {
    return scheme + "://" + host() + ":" + effectivePort();
  }

  /// Host and port as they stand in a Host header: the port only if it is not the scheme's own.
  public String authority() {
    return port >= 0 ? host() + ":" + port : host();
  }

  /// The whole address in its normal form, without the part after `#`.
  public String withoutFragment() {
    var out = new StringBuilder(scheme).append(':');
    if (host != null) {
      out.append("//").append(userInfo()).append(authority());
    } else if (opaquePath == null && path.size() > 1 && path.getFirst().isEmpty()) {
      out.append("/.");
    }
    return out.append(requestTarget()).toString();
  }

  /// The whole address in its normal form.
  public String href() {
    return fragment == null ? withoutFragment() : withoutFragment() + "#" + fragment;
  }

  @Override
  public String toString() {
    return href();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebAddress that && href().equals(that.href());
  }

  @Override
  public int hashCode() {
    return href().hashCode();
  }

  boolean isSpecial() {
    return SPECIAL.containsKey(scheme);
  }

  void shortenPath() {
    boolean driveOnly =
        scheme.equals("file")
            && path.size() == 1
            && path.getFirst().matches("[A-Za-z]:"); // a Windows drive is never left
    if (!driveOnly && !path.isEmpty()) {
      path.removeLast();
    }
  }

  private String userInfo() {
    if (!hasCredentials()) {
      return "";
    }
    return password.isEmpty() ? user + "@" : user + ":" + password + "@";
  }

  private String pathText() {
    if (opaquePath != null) {
      return opaquePath;
    }
    var out = new StringBuilder();
    for (String segment : path) {
      out.append('/').append(segment);
    }
    return out.toString();
  }
}
