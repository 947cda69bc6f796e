package org.wordborne.server.workspace.account.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account has beside its password.
///
/// @param codesSince since when a device makes codes for it; null if none does
/// @param recoveryLeft how many recovery codes are not used up
public record FactorState(
    @Nullable Instant codesSince, int recoveryLeft, List<PasskeyView> passkeys) {
  /// Copies the list.
  public FactorState {
    passkeys = List.copyOf(passkeys);
  }

  /// Whether a device makes codes for it.
  public boolean hasCodes() {
    return codesSince != null;
  }

  /// Whether there is anything beside the password.
  public boolean any() {
    return hasCodes() || !passkeys.isEmpty();
  }
}
