package org.wordborne.server.workspace.account.company;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Addresses that a company's sign-in may have: https, or http on this very machine, where the
/// guard of connections lets through only what the operator allowed.
final class CompanyAddress {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  private CompanyAddress() {}

  static boolean isGood(String written) {
    try {
      var address = new URI(written);
      String host = address.getHost();
      if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
        return false;
      }
      return "https".equals(address.getScheme())
          || "http".equals(address.getScheme()) && HERE.contains(host);
    } catch (URISyntaxException none) {
      return false;
    }
  }

  static String host(String address) {
    return URI.create(address).getHost();
  }
}
