package org.wordborne.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Turns a host name into addresses; asked once for each connection.
@FunctionalInterface
public interface HostResolver {
  /// All addresses of `host`.
  ///
  /// @throws UnknownHostException if there is none
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /// The machine's own resolver.
  static HostResolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
