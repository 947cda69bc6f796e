package org.wordborne.effect;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/* The five questions to a signed log. A line is held against what the line before states, so that
 * of a changed line only that one is named. */
final class LogChecks {
  private static final int SIGNATURE_BYTES = 64;

  private final SignedLog log;
  private final List<LogLine> lines;
  private final @Nullable PublicKey key;

  LogChecks(SignedLog log) {
    this.log = log;
    lines = log.lines();
    key = key(log.publicKey());
  }

  List<Check> all(String fingerprint, String noted) {
    return List.of(key(fingerprint, key != null), order(), chain(), signatures(), head(noted));
  }

  private Check key(String wanted, boolean readable) {
    if (!readable) {
      return fails("key", "the log's public key is no Ed25519 key");
    }
    String found = SignedLog.fingerprint(Bits.unhex(log.publicKey()));
    if (wanted.isEmpty()) {
      return holds("key", found + ", named by the log alone; hold it against the public page");
    }
    return found.equals(wanted)
        ? holds("key", found)
        : fails("key", "the log is of the key " + found + ", not of the one you named");
  }

  private Check order() {
    int wrong = first(i -> lines.get(i).number() != i + 1);
    return wrong < 0
        ? holds("order", lines.isEmpty() ? "no lines" : "lines 1 to " + lines.size())
        : fails("order", "line " + (wrong + 1) + " is numbered " + lines.get(wrong).number());
  }

  private Check chain() {
    int wrong = first(i -> !lines.get(i).follows(before(i)));
    return wrong < 0
        ? holds("chain", "each line follows from the one before")
        : fails(
            "chain",
            "line " + (wrong + 1) + " was changed, or does not follow from the one before");
  }

  private String before(int i) {
    return i == 0 ? LogLine.BEFORE_THE_FIRST : lines.get(i - 1).hash();
  }

  private Check signatures() {
    int wrong = first(i -> !isSigned(lines.get(i)));
    return wrong < 0
        ? holds("signed", "each line is signed with the key")
        : fails("signed", "line " + (wrong + 1) + " is not signed with the key");
  }

  private boolean isSigned(LogLine line) {
    if (key == null || !Bits.isHex(line.signature(), SIGNATURE_BYTES)) {
      return false;
    }
    try {
      var check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(SignedLog.message(log.book(), line.hash()));
      return check.verify(Bits.unhex(line.signature()));
    } catch (SignatureException | InvalidKeyException noneAtAll) {
      return false;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no Ed25519", missing);
    }
  }

  private Check head(String noted) {
    if (log.count() != lines.size()) {
      return fails("head", "the head counts " + log.count() + " lines, here are " + lines.size());
    }
    String last = before(lines.size());
    String signature = lines.isEmpty() ? "" : lines.getLast().signature();
    if (!log.head().equals(last) || !log.signature().equals(signature)) {
      return fails("head", "the head is not line " + lines.size());
    }
    boolean known = noted.isEmpty() || lines.stream().anyMatch(line -> line.hash().equals(noted));
    return known
        ? holds("head", last)
        : fails("head", "no line has the hash you noted: lines are missing, or it is another log");
  }

  private int first(IntPredicate wrong) {
    return IntStream.range(0, lines.size()).filter(wrong).findFirst().orElse(-1);
  }

  private static @Nullable PublicKey key(String hex) {
    if (!Bits.isHex(hex, hex.length() / 2)) {
      return null;
    }
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Bits.unhex(hex)));
    } catch (GeneralSecurityException noKey) {
      return null;
    }
  }

  private static Check holds(String name, String text) {
    return new Check(name, true, text);
  }

  private static Check fails(String name, String text) {
    return new Check(name, false, text);
  }
}
