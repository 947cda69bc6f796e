package org.wordborne.wire;

import java.net.InetAddress;
import java.util.List;

/* Where one request goes: the parsed address, and the judged addresses of its host. */
record Target(WebAddress address, List<InetAddress> hosts) {
  String name() {
    return address.host() + ":" + address.effectivePort();
  }

  boolean isTls() {
    return address.scheme().equals("https");
  }
}
