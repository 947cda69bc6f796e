package org.wordborne.server.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// From where a request came: an address of IPv4, or a net of 64 bits of IPv6, since one house has
/// as many of those as it likes.
@Component
public class VisitorPlace {
  private static final int NET_BYTES = 8;
  private final boolean proxied;

  /// Believes a proxy of this machine where a public address is set.
  public VisitorPlace(ServerProperties properties) {
    this.proxied = properties.publicUrl() != null;
  }

  /// The place, as text.
  public String of(HttpServletRequest request) {
    byte[] address = visitor(request).getAddress();
    boolean wide = address.length > Integer.BYTES;
    return HexFormat.of().formatHex(wide ? Arrays.copyOf(address, NET_BYTES) : address);
  }

  /* Behind a proxy of this machine all come from loopback: it says who asked it at the end of
  X-Forwarded-For. What stands before that was told by the visitor, and is not believed. */
  private InetAddress visitor(HttpServletRequest request) {
    InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
    if (!proxied || !peer.isLoopbackAddress()) {
      return peer;
    }
    String told = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    try {
      return InetAddress.ofLiteral(told.substring(told.lastIndexOf(',') + 1).strip());
    } catch (IllegalArgumentException noAddress) {
      return peer;
    }
  }
}
