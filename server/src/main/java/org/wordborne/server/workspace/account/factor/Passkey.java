package org.wordborne.server.workspace.account.factor;

import java.util.List;
import java.util.UUID;

/// A passkey as it is kept: a public key, and how often it was used.
///
/// A class, since a record would hand its arrays out as they are.
final class Passkey {
  private final UUID account;
  private final byte[] credentialId;
  private final byte[] keyData;
  private final long counter;
  private final List<String> transports;
  private final boolean synced;

  Passkey(
      UUID account,
      byte[] credentialId,
      byte[] keyData,
      long counter,
      List<String> transports,
      boolean synced) {
    this.account = account;
    this.credentialId = credentialId.clone();
    this.keyData = keyData.clone();
    this.counter = counter;
    this.transports = List.copyOf(transports);
    this.synced = synced;
  }

  UUID account() {
    return account;
  }

  byte[] credentialId() {
    return credentialId.clone();
  }

  /// Attested credential data after WebAuthn section 6.5.2: device type, id and public key.
  byte[] keyData() {
    return keyData.clone();
  }

  long counter() {
    return counter;
  }

  List<String> transports() {
    return transports;
  }

  boolean synced() {
    return synced;
  }
}
