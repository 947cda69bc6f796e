package org.wordborne.server.mailroom;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/// A mail address, told apart from others in three ways: as written, by the box it ends in, and by
/// the pattern it follows.
///
/// @param exact as written, in small letters: the same address twice is the same person
/// @param box without what the provider ignores: another way to write the same mailbox
/// @param pattern the box with its numbers left out, as `anna#@example.org`; empty if it has none
/// @param relay whether it belongs to a service that hides addresses for privacy
public record MailName(String exact, String box, String pattern, boolean relay) {
  private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");
  private static final Set<String> RELAYS =
      Set.of(
          "duck.com",
          "mozmail.com",
          "privaterelay.appleid.com",
          "simplelogin.com",
          "aleeas.com",
          "anonaddy.com",
          "addy.io");

  /// Reads a checked address.
  public static MailName of(String address) {
    String small = address.strip().toLowerCase(Locale.ROOT);
    int at = small.lastIndexOf('@');
    String host = ascii(small.substring(at + 1));
    String local = small.substring(0, at);
    int plus = local.indexOf('+');
    String bare = plus > 0 ? local.substring(0, plus) : local;
    if (DOTLESS.contains(host)) {
      bare = bare.replace(".", "");
      host = "gmail.com";
    }
    String pattern = bare.replaceAll("[0-9]+", "#");
    return new MailName(
        local + "@" + host,
        bare + "@" + host,
        pattern.contains("#") ? pattern + "@" + host : "",
        RELAYS.contains(host));
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host);
    } catch (IllegalArgumentException odd) {
      return host;
    }
  }
}
