package org.wordborne.server.source;

import java.util.Collection;
import org.wordborne.wire.WebAddress;

/// Where on the web something stands: its host, told alike however it is written.
final class WebPlace {
  private WebPlace() {}

  /// Host and port of an address, the port only where it is not the usual one; "" where there is
  /// none.
  static String host(String url) {
    WebAddress address = WebAddress.parse(url);
    return address == null ? "" : host(address);
  }

  static String host(WebAddress address) {
    return address.host().isEmpty() ? "" : bare(address.authority());
  }

  /// Whether an address lies at or below one of `homes`, each a host or a host and a path.
  static boolean isUnder(WebAddress address, Collection<String> homes) {
    String at = bare(address.authority()) + address.path();
    String place = at.endsWith("/") ? at.substring(0, at.length() - 1) : at;
    return homes.stream().anyMatch(home -> place.equals(home) || place.startsWith(home + "/"));
  }

  private static String bare(String authority) {
    return authority.startsWith("www.") ? authority.substring(4) : authority;
  }
}
