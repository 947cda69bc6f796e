package org.wordborne.server.workspace.account.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// Judges what a browser says a passkey said, after WebAuthn level 2 (sections 7.1 and 7.2): the
/// challenge is ours, the origin is exactly ours, the person was verified by the device, the
/// signature is right, the counter rose.
///
/// What a device says of its maker (attestation) is neither asked for nor believed: who may sign
/// in says the person who adds the key, not the maker.
final class PasskeyJudge {
  /* ES256, EdDSA, RS256: what devices make. */
  static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final List<PublicKeyCredentialParameters> WANTED =
      ALGORITHMS.stream()
          .map(COSEAlgorithmIdentifier::create)
          .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
          .toList();
  private static final boolean VERIFIED = true;
  private static final boolean PRESENT = true;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final PasskeyPlace place;

  PasskeyJudge(PasskeyPlace place) {
    this.place = place;
  }

  /// The new passkey that was made for `challenge`.
  ///
  /// @throws BadInputException if it was not, or is none
  Passkey made(UUID account, byte[] challenge, PasskeyMade sent) {
    try {
      var request =
          new RegistrationRequest(
              sent.attestation(), sent.clientData(), Set.copyOf(sent.transports()));
      var wanted = new RegistrationParameters(property(challenge), WANTED, VERIFIED, PRESENT);
      RegistrationData data = manager.verify(request, wanted);
      var whole = data.getAttestationObject();
      var said = whole == null ? null : whole.getAuthenticatorData();
      var key = said == null ? null : said.getAttestedCredentialData();
      if (said == null || key == null) {
        throw refused();
      }
      return new Passkey(
          account,
          key.getCredentialId(),
          keys.convert(key),
          said.getSignCount(),
          sent.transports(),
          said.isFlagBE());
    } catch (VerificationException | DataConversionException | IllegalArgumentException wrong) {
      throw refused();
    }
  }

  /// The counter that a passkey came to when it answered `challenge`.
  ///
  /// @throws BadInputException if it did not answer it
  long shown(Passkey known, byte[] challenge, PasskeyShown sent) {
    try {
      var request =
          new AuthenticationRequest(
              sent.credentialId(),
              sent.userHandle(),
              sent.authenticatorData(),
              sent.clientData(),
              sent.signature());
      var wanted =
          new AuthenticationParameters(
              property(challenge), record(known), List.of(known.credentialId()), VERIFIED, PRESENT);
      AuthenticationData data = manager.verify(request, wanted);
      var said = data.getAuthenticatorData();
      if (said == null) {
        throw refused();
      }
      return said.getSignCount();
    } catch (VerificationException | DataConversionException | IllegalArgumentException wrong) {
      throw refused();
    }
  }

  private CredentialRecordImpl record(Passkey known) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        VERIFIED,
        known.synced(),
        null,
        known.counter(),
        keys.convert(known.keyData()),
        null,
        null,
        null,
        null);
  }

  private ServerProperty property(byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(place.origin()))
        .rpId(place.name())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static BadInputException refused() {
    @Nullable Object nothing = null;
    return new BadInputException(
        "passkey", nothing, "this passkey did not answer what was asked; begin again");
  }
}
