package org.wordborne.server.workspace.account.factor;

import org.jspecify.annotations.Nullable;

/// What a browser says when somebody showed a passkey.
public final class PasskeyShown {
  private final byte[] credentialId;
  private final byte[] clientData;
  private final byte[] authenticatorData;
  private final byte[] signature;
  private final byte[] userHandle;

  /// Of the texts that a page sends, in base 64 for addresses.
  ///
  /// @throws org.wordborne.server.workspace.BadInputException if a text is missing or none
  public PasskeyShown(
      @Nullable String id,
      @Nullable String clientData,
      @Nullable String authenticatorData,
      @Nullable String signature,
      @Nullable String userHandle) {
    this.credentialId = Sent.bytes("id", id);
    this.clientData = Sent.bytes("clientData", clientData);
    this.authenticatorData = Sent.bytes("authenticatorData", authenticatorData);
    this.signature = Sent.bytes("signature", signature);
    this.userHandle = Sent.bytes("userHandle", userHandle);
  }

  byte[] credentialId() {
    return credentialId.clone();
  }

  byte[] clientData() {
    return clientData.clone();
  }

  byte[] authenticatorData() {
    return authenticatorData.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  byte[] userHandle() {
    return userHandle.clone();
  }
}
