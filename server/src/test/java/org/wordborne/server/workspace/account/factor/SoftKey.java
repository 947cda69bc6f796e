package org.wordborne.server.workspace.account.factor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/// A device with one passkey, made of nothing but the standard: WebAuthn level 2 sections 6.1 and
/// 6.5, CBOR by hand. Each part of what it says can be made wrong.
public final class SoftKey {
  private static final byte PRESENT = 0x01;
  private static final byte VERIFIED = 0x04;
  private static final byte ATTESTED = 0x40;
  private final KeyPair keys;
  private final byte[] id;
  private byte[] handle = new byte[16];
  private int counter;
  public String place = "localhost";
  public String origin;
  public boolean verified = true;
  public boolean rightSignature = true;

  public SoftKey(String origin) {
    this.origin = origin;
    try {
      var made = KeyPairGenerator.getInstance("EC");
      made.initialize(new ECGenParameterSpec("secp256r1"));
      keys = made.generateKeyPair();
      id = sha256(keys.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a page sends of a passkey.
  public record Made(String attestation, String clientData, List<String> transports) {
    PasskeyMade read() {
      return new PasskeyMade(attestation, clientData, transports);
    }
  }

  public record Shown(
      String id, String clientData, String authenticatorData, String signature, String userHandle) {
    PasskeyShown read() {
      return new PasskeyShown(id, clientData, authenticatorData, signature, userHandle);
    }
  }

  public Made make(String challenge, String userHandle) {
    handle = Base64.getUrlDecoder().decode(userHandle);
    byte[] data = said(ATTESTED, joined(new byte[18], id, coseKey()));
    data[37 + 17] = (byte) id.length; // 16 bytes of the maker, 2 of the id's length
    byte[] whole =
        joined(
            new byte[] {(byte) 0xa3},
            text("fmt"),
            text("none"),
            text("attStmt"),
            new byte[] {(byte) 0xa0},
            text("authData"),
            new byte[] {0x58, (byte) data.length},
            data);
    return new Made(
        base64(whole), base64(client("webauthn.create", challenge)), List.of("internal"));
  }

  public Shown show(String challenge) {
    counter++;
    byte[] data = said((byte) 0, new byte[0]);
    byte[] client = client("webauthn.get", challenge);
    byte[] signature = sign(joined(data, sha256(client)));
    return new Shown(base64(id), base64(client), base64(data), base64(signature), base64(handle));
  }

  /// Sets the counter, as a copy of the device would have it.
  public void countsFrom(int now) {
    counter = now;
  }

  private byte[] said(byte flags, byte[] more) {
    byte all = (byte) (flags | PRESENT | (verified ? VERIFIED : 0));
    byte[] head = ByteBuffer.allocate(5).put(all).putInt(counter).array();
    return joined(sha256(place.getBytes(StandardCharsets.UTF_8)), head, more);
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] coseKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return joined(
        new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
        number(point.getAffineX()),
        new byte[] {0x22, 0x58, 32},
        number(point.getAffineY()));
  }

  private byte[] sign(byte[] data) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(rightSignature ? data : new byte[] {1});
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] number(BigInteger value) {
    byte[] given = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(given.length, 32);
    System.arraycopy(given, given.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return joined(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
  }

  private static byte[] joined(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
