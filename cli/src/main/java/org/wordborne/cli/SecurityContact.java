package org.wordborne.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks what `--security-contact` was given: an address that anybody can write to.
final class SecurityContact {
  private static final int LONGEST = 200;
  private static final Pattern SHAPE =
      Pattern.compile("mailto:[!-~&&[^@]]+@[!-~&&[^@]]+|https://[!-~]+");

  private SecurityContact() {}

  /// The address; null where none was given.
  ///
  /// @throws CommandException if it is none
  static @Nullable String checked(@Nullable String given) {
    if (given != null && (given.length() > LONGEST || !SHAPE.matcher(given).matches())) {
      throw new CommandException(
          "--security-contact "
              + given
              + ": an address as mailto:security@example.org or https://example.org/security is"
              + " needed");
    }
    return given;
  }
}
