package org.wordborne.server.workspace.account.factor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a browser says when a device made a passkey.
public final class PasskeyMade {
  private static final Set<String> TRANSPORTS =
      Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");
  private final byte[] attestation;
  private final byte[] clientData;
  private final List<String> transports;

  /// Of the texts that a page sends, in base 64 for addresses.
  ///
  /// @throws org.wordborne.server.workspace.BadInputException if a text is missing or none
  public PasskeyMade(
      @Nullable String attestation,
      @Nullable String clientData,
      @Nullable List<String> transports) {
    this.attestation = Sent.bytes("attestation", attestation);
    this.clientData = Sent.bytes("clientData", clientData);
    this.transports =
        transports == null
            ? List.of()
            : transports.stream().filter(TRANSPORTS::contains).distinct().toList();
  }

  byte[] attestation() {
    return attestation.clone();
  }

  byte[] clientData() {
    return clientData.clone();
  }

  /// Those that the standard knows; others are dropped.
  List<String> transports() {
    return transports;
  }
}
