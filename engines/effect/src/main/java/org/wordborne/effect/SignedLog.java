package org.wordborne.effect;

import java.util.List;

/// A log whose lines are chained by hashes and signed one by one, as it was handed out.
///
/// ```java
/// boolean holds = log.verify(fingerprint, "").stream().allMatch(Check::holds);
/// ```
///
/// @param book what the log is about; it is signed with each line, so that no line counts elsewhere
/// @param publicKey Ed25519, as X.509 `SubjectPublicKeyInfo` in hexadecimal
/// @param count how many lines there are, as stated
/// @param head the last line's hash, as stated; 64 zeros for none
/// @param signature the last line's, as stated; empty for none
public record SignedLog(
    String book, String publicKey, long count, String head, String signature, List<LogLine> lines) {
  private static final String DOMAIN = "wordborne-log-1";

  /// Copies the lines.
  public SignedLog {
    lines = List.copyOf(lines);
  }

  /// What is signed for a line: `wordborne-log-1` 0 book 0 hash, so that a signature of a line says
  /// nothing anywhere else.
  public static byte[] message(String book, String hash) {
    return Bits.utf8(DOMAIN + "\0" + book + "\0" + hash);
  }

  /// By what people tell keys apart: SHA-256 of the key's bytes, in hexadecimal.
  public static String fingerprint(byte[] publicKey) {
    return Bits.hex(Bits.sha256(publicKey));
  }

  /// Looks at key, order, chain, signatures and head, each by itself, so that the one that fails is
  /// named.
  ///
  /// @param fingerprint of the key that must have signed; empty for the one that the log names
  /// @param noted a hash that was seen before and must stand in the log; empty for none
  public List<Check> verify(String fingerprint, String noted) {
    return new LogChecks(this).all(fingerprint, noted);
  }
}
