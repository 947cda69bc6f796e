package org.wordborne.server.workspace;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.SignedLog;

/// The pair of Ed25519 keys with which a workspace signs its books, made when it is first needed
/// and never changed. The private one lies in the database closed by the [SecretBox].
@Component
final class SigningKeys {
  private static final String KIND = "Ed25519";

  private final SecretBox box;
  private final InstantSource clock;

  SigningKeys(SecretBox box, InstantSource clock) {
    this.box = box;
    this.clock = clock;
  }

  private record Kept(byte[] publicKey, byte[] privateKey) {}

  /// The public key, as X.509 `SubjectPublicKeyInfo`.
  byte[] publicKey(Scope scope, JdbcClient tx) {
    return kept(scope, tx).publicKey();
  }

  /// The signature of a line, in hexadecimal.
  String sign(Scope scope, JdbcClient tx, String book, String hash) {
    String key = box.open(scope.workspace().value(), kept(scope, tx).privateKey());
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key));
      var signature = Signature.getInstance(KIND);
      signature.initSign(KeyFactory.getInstance(KIND).generatePrivate(spec));
      signature.update(SignedLog.message(book, hash));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("The key of the books cannot sign.", broken);
    }
  }

  private Kept kept(Scope scope, JdbcClient tx) {
    return read(tx)
        .orElseGet(
            () -> {
              make(scope, tx);
              return read(tx).orElseThrow();
            });
  }

  private static Optional<Kept> read(JdbcClient tx) {
    return tx.sql("select public_key, private_key from journal_key")
        .query((row, _) -> new Kept(row.getBytes("public_key"), row.getBytes("private_key")))
        .optional();
  }

  /* Of two that make one at once the first stays: the other waits for it and reads it then. */
  private void make(Scope scope, JdbcClient tx) {
    KeyPair pair = pair();
    String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    tx.sql(
            """
            insert into journal_key (workspace_id, public_key, private_key, made_at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .param(scope.workspace().value())
        .param(pair.getPublic().getEncoded())
        .param(box.seal(scope.workspace().value(), secret))
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance(KIND).generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has " + KIND, missing);
    }
  }
}
