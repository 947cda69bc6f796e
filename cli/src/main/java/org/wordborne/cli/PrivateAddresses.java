package org.wordborne.cli;

import java.util.List;
import java.util.regex.Pattern;

/// Checks what `--allow-private` was given: `HOST:PORT`, one address each.
final class PrivateAddresses {
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:/\\s]+):\\d{1,5}");

  private PrivateAddresses() {}

  static List<String> checked(List<String> given) {
    for (String address : given) {
      if (!HOST_PORT.matcher(address).matches()) {
        throw new CommandException(
            "--allow-private " + address + ": HOST:PORT is needed, as in 127.0.0.1:8090");
      }
    }
    return given;
  }
}
