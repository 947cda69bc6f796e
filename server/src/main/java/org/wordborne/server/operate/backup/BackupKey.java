package org.wordborne.server.operate.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The key of one backup, made of a passphrase and the backup's own salt by Argon2id.
///
/// Half of what is derived closes the chunks (AES-256-GCM; the nonce is the chunk's number, which
/// never repeats under a key that is the file's alone), half makes the check of the passphrase.
final class BackupKey {
  static final String CIPHER = "AES-256-GCM";
  static final String DERIVATION = "Argon2id v19";
  private static final HexFormat HEX = HexFormat.of();
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;
  private static final int MEMORY_KIB = 64 * 1024;
  private static final int MOST_MEMORY_KIB = 1024 * 1024;
  private static final int PASSES = 3;
  private static final int MOST_PASSES = 16;
  static final int SHORTEST = 8;
  private final SecretKeySpec key;
  private final BackupHead.Lock lock;

  private BackupKey(SecretKeySpec key, BackupHead.Lock lock) {
    this.key = key;
    this.lock = lock;
  }

  /// A key for a new backup.
  static BackupKey fresh(String passphrase, String id, SecureRandom chance) {
    if (passphrase.length() < SHORTEST) {
      throw new BackupException("a passphrase has at least " + SHORTEST + " characters");
    }
    byte[] salt = new byte[SALT_BYTES];
    chance.nextBytes(salt);
    var open =
        new BackupHead.Lock(CIPHER, DERIVATION, HEX.formatHex(salt), MEMORY_KIB, PASSES, 1, "");
    return derive(passphrase, id, open);
  }

  /// The key of a backup that is there.
  ///
  /// @throws BackupException if the passphrase is another than the one it was closed with
  static BackupKey of(String passphrase, BackupHead head, BackupHead.Lock lock) {
    boolean known =
        lock.cipher().equals(CIPHER)
            && lock.derivation().equals(DERIVATION)
            && lock.memoryKib() > 0
            && lock.memoryKib() <= MOST_MEMORY_KIB
            && lock.passes() > 0
            && lock.passes() <= MOST_PASSES
            && lock.lanes() == 1;
    if (!known) {
      throw new BackupException("it is closed in a way that this program does not know");
    }
    BackupKey derived = derive(passphrase, head.id(), lock);
    if (!MessageDigest.isEqual(
        derived.lock.check().getBytes(StandardCharsets.US_ASCII),
        lock.check().getBytes(StandardCharsets.US_ASCII))) {
      throw new BackupException("the passphrase is not the one it was closed with");
    }
    return derived;
  }

  private static BackupKey derive(String passphrase, String id, BackupHead.Lock open) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(HEX.parseHex(open.salt()))
            .withMemoryAsKB(open.memoryKib())
            .withIterations(open.passes())
            .withParallelism(open.lanes())
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] derived = new byte[2 * KEY_BYTES];
    String plain = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
    generator.generateBytes(plain.getBytes(StandardCharsets.UTF_8), derived);
    byte[] second = Arrays.copyOfRange(derived, KEY_BYTES, derived.length);
    var lock =
        new BackupHead.Lock(
            open.cipher(),
            open.derivation(),
            open.salt(),
            open.memoryKib(),
            open.passes(),
            open.lanes(),
            check(second, id));
    return new BackupKey(new SecretKeySpec(derived, 0, KEY_BYTES, "AES"), lock);
  }

  private static String check(byte[] second, String id) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(second, "HmacSHA256"));
      byte[] whole = mac.doFinal(("wordborne backup " + id).getBytes(StandardCharsets.US_ASCII));
      return HEX.formatHex(whole, 0, SALT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  BackupHead.Lock lock() {
    return lock;
  }

  byte[] seal(long number, byte[] bound, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, number, bound).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens a chunk with its tag.
  ///
  /// @throws GeneralSecurityException if a bit of it, or of what it is bound to, is another
  byte[] open(long number, byte[] bound, byte[] sealed) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, number, bound).doFinal(sealed);
  }

  private Cipher cipher(int mode, long number, byte[] bound) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(number).array();
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }
}
