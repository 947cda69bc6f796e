package org.wordborne.server.workspace.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerProperties;

/// The code in the address that the server prints: it makes the owner while there is none; in the
/// demo it signs in. It is good once, for a day, and in this process only.
@Component
public class OneTimeCode {
  private static final int BYTES = 16;
  private static final Duration LIFE = Duration.ofHours(24);
  private final InstantSource clock;
  private final Instant made;
  private @Nullable String code;

  OneTimeCode(
      ServerProperties properties, Accounts accounts, InstantSource clock, SecureRandom chance) {
    this.clock = clock;
    this.made = clock.instant();
    this.code = properties.demo() || !accounts.hasOwner() ? fresh(chance) : null;
  }

  /// The code, as long as nobody used it.
  public synchronized Optional<String> waiting() {
    return Optional.ofNullable(code);
  }

  /// Uses it up if `sent` is it; of many at once exactly one succeeds.
  synchronized boolean use(String sent) {
    if (!fits(sent)) {
      return false;
    }
    code = null;
    return true;
  }

  synchronized boolean fits(String sent) {
    boolean inTime = clock.instant().isBefore(made.plus(LIFE));
    return code != null && inTime && MessageDigest.isEqual(bytes(code), bytes(sent));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fresh(SecureRandom chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
