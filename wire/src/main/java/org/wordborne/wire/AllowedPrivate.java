package org.wordborne.wire;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The private `host:port` pairs that the operator lets the guarded client reach.
///
/// Only the person who starts the process can fill it (`--allow-private HOST:PORT`); no page and no
/// API does. A pair opens exactly that port of that host and nothing beside it.
///
/// @param pairs lower-case `host:port`, IPv6 hosts in brackets
public record AllowedPrivate(Set<String> pairs) {
  /// Copies the pairs.
  public AllowedPrivate {
    pairs = Set.copyOf(pairs);
  }

  /// Nothing private may be reached: the default.
  public static AllowedPrivate none() {
    return new AllowedPrivate(Set.of());
  }

  /// Reads pairs as the operator wrote them.
  ///
  /// @throws IllegalArgumentException if one is not `HOST:PORT`; the message names it
  public static AllowedPrivate of(Collection<String> written) {
    var pairs = new LinkedHashSet<String>();
    for (String pair : written) {
      pairs.add(read(pair));
    }
    return new AllowedPrivate(pairs);
  }

  private static String read(String written) {
    WebAddress address = WebAddress.parse("ws://" + written.strip() + "/");
    boolean portWritten = written.strip().matches("[^/?#@\\\\]+:[0-9]{1,5}");
    if (address == null || !portWritten) {
      throw new IllegalArgumentException(
          "'" + written + "' is not HOST:PORT, for example 127.0.0.1:8081");
    }
    return pair(address.host(), address.effectivePort());
  }

  /// Whether this very host and port were named.
  public boolean allows(String host, int port) {
    return pairs.contains(pair(host, port));
  }

  private static String pair(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    boolean bareIpv6 = name.indexOf(':') >= 0 && !name.startsWith("[");
    return (bareIpv6 ? "[" + name + "]" : name) + ":" + port;
  }
}
