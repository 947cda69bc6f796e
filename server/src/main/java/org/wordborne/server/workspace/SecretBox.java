package org.wordborne.server.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Closes secrets before they go to the database, with a key that lies outside of it.
///
/// AES-256-GCM; the owner's id (a source, a webhook, a workspace) is bound in, so that what was
/// sealed for one opens for no other. The key is a file in the data folder that only its owner can
/// read.
@Component
public class SecretBox {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom chance = new SecureRandom();

  SecretBox(ServerProperties properties) {
    try {
      key = new SecretKeySpec(key(properties.data().secretKey()), "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the secrets cannot be read or made.", e);
    }
  }

  /// Closes `secret` so that it opens for `owner` alone.
  public byte[] seal(UUID owner, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    chance.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
  }

  /// Opens what was closed for `owner`.
  public String open(UUID owner, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] closed = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return new String(run(Cipher.DECRYPT_MODE, owner, nonce, closed), StandardCharsets.UTF_8);
  }

  /// Opens what somebody sent; empty if it is not what was closed for `owner` here.
  public Optional<String> openSent(UUID owner, byte[] sent) {
    if (sent.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(owner, sent));
    } catch (IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  /// A mark of `text` that only this server makes (HMAC-SHA256, hex), another for each owner.
  public String mark(UUID owner, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      mac.update(("mark " + owner + "\n").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] run(int mode, UUID owner, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The secrets of "
              + owner
              + " do not open: secret.key is not the one they were "
              + "closed with.",
          e);
    }
  }

  private static byte[] key(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(file + " holds " + key.length + " bytes, " + KEY_BYTES + " are right");
    }
    return key;
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, mine)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // Two starts at once: the folder's lock lets only one of them go on.
    }
  }
}
