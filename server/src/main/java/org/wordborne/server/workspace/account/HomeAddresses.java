package org.wordborne.server.workspace.account;

import java.util.List;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.wire.WebAddress;

/// Reads the web addresses that a brand calls its own.
final class HomeAddresses {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private HomeAddresses() {}

  /// The addresses in one form: host and path, without scheme, `www.` and slash at the end.
  static List<String> checked(List<String> sent) {
    if (sent.size() > MOST) {
      throw new BadInputException("homes", sent.size(), "at most " + MOST + " are taken");
    }
    return sent.stream()
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(HomeAddresses::plain)
        .distinct()
        .toList();
  }

  private static String plain(String sent) {
    boolean hasScheme =
        sent.regionMatches(true, 0, "http://", 0, 7)
            || sent.regionMatches(true, 0, "https://", 0, 8);
    WebAddress address = WebAddress.parse(hasScheme ? sent : "https://" + sent);
    if (address == null || address.host().isEmpty() || sent.length() > LONGEST) {
      throw new BadInputException(
          "homes", sent, "a web address as cafe.example or cafe.example/menu is needed");
    }
    return (address.authority() + address.path())
        .replaceFirst("^www\\.", "")
        .replaceFirst("/+$", "");
  }
}
