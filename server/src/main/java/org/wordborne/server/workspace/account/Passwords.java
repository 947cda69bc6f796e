package org.wordborne.server.workspace.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hashes of passwords by Argon2id, in the usual text form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
///
/// Memory 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat
/// sheet. At most two are computed at a time, so that a burst of sign-ins cannot take the memory.
@Component
class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final String HEAD = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";
  private final Semaphore seats = new Semaphore(2);
  private final SecureRandom chance;
  private final String nobodys;

  Passwords(SecureRandom chance) {
    this.chance = chance;
    this.nobodys = HEAD + base64(fresh(SALT)) + "$" + base64(fresh(HASH));
  }

  String hash(String password) {
    byte[] salt = fresh(SALT);
    return HEAD + base64(salt) + "$" + base64(compute(password, salt, MEMORY_KIB, PASSES));
  }

  /// Whether `password` is the one behind `hash`. Without a hash it does the same work and says
  /// no, so that the time does not tell whether an account exists.
  boolean matches(String password, @Nullable String hash) {
    String[] parts = (hash == null ? nobodys : hash).split("\\$");
    String[] costs = parts[3].split("[=,]");
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    byte[] computed =
        compute(password, salt, Integer.parseInt(costs[1]), Integer.parseInt(costs[3]));
    return MessageDigest.isEqual(computed, Base64.getDecoder().decode(parts[5])) && hash != null;
  }

  private byte[] compute(String password, byte[] salt, int memory, int passes) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build();
    seats.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(parameters);
      byte[] result = new byte[HASH];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
      return result;
    } finally {
      seats.release();
    }
  }

  private byte[] fresh(int length) {
    byte[] bytes = new byte[length];
    chance.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
