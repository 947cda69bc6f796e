package org.wordborne.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Checks what `--public-url` was given: scheme and host of a page, nothing behind it.
final class PublicAddress {
  private PublicAddress() {}

  static @Nullable String checked(@Nullable String given) {
    if (given == null) {
      return null;
    }
    try {
      URI address = URI.create(given);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      boolean bare = address.getRawPath().isEmpty() || address.getRawPath().equals("/");
      if (web && address.getHost() != null && bare && address.getRawQuery() == null) {
        return address.getScheme() + "://" + address.getRawAuthority();
      }
    } catch (IllegalArgumentException malformed) {
      // Told below, with what would be right.
    }
    throw new CommandException(
        "--public-url " + given + ": scheme and host are needed, as in https://words.example.org");
  }
}
