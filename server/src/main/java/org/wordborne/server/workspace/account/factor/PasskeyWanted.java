package org.wordborne.server.workspace.account.factor;

import java.util.List;

/// What a browser needs to have a passkey made; bytes in base 64 for addresses.
///
/// @param place the name it is bound to
/// @param handle by which it knows the account again
/// @param algorithms numbers after COSE, the best first
/// @param others passkeys that the account has already
public record PasskeyWanted(
    String challenge,
    String place,
    String handle,
    String email,
    String name,
    List<Integer> algorithms,
    List<String> others) {
  /// Copies the lists.
  public PasskeyWanted {
    algorithms = List.copyOf(algorithms);
    others = List.copyOf(others);
  }
}
