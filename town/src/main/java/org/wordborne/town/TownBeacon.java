package org.wordborne.town;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordborne.town.Door.Answer;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/// The clock on the town hall, a stand-in for a public beacon: every three seconds a number that
/// nobody but the town can know before, signed as drand's quicknet signs, served as drand serves.
/// Its key comes from the town's seed, so its numbers are worth nothing outside of a town.
final class TownBeacon {
  private static final String NAME = "Alderwick town clock, a stand-in";
  private static final String SCHEME = "bls-unchained-g1-rfc9380";
  private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final long GENESIS = 1_700_000_000L;
  private static final int PERIOD = 3;
  private static final Pattern ROUND =
      Pattern.compile("/beacon/([0-9a-f]{64})/public/(latest|[1-9][0-9]{0,12})");

  private final SecretKey key = new SecretKey();
  private final String publicKey;
  private final String hash;
  private final InstantSource clock;

  TownBeacon(long seed, InstantSource clock) {
    this.clock = clock;
    key.keygen(sha256(("Alderwick town clock " + seed).getBytes(StandardCharsets.UTF_8)));
    publicKey = hex(new P2(key).compress());
    hash = hex(sha256((SCHEME + " " + publicKey).getBytes(StandardCharsets.US_ASCII)));
  }

  /// The chain as `serve --beacon` takes it.
  String chain(String relay) {
    var json = new StringBuilder("{");
    PostJson.field(json, "name", NAME);
    PostJson.field(json, "hash", hash);
    PostJson.field(json, "publicKey", publicKey);
    PostJson.field(json, "scheme", SCHEME);
    json.append("\"genesis\":").append(GENESIS);
    json.append(",\"period\":").append(PERIOD);
    return json.append(",\"relays\":[").append(PostJson.quoted(relay)).append("]}").toString();
  }

  /// The answer to a path below `/beacon`; 404 for other chains and for rounds not due yet.
  Answer answer(String path, String relay) {
    if (path.equals("/beacon")) {
      return Answer.json(200, chain(relay));
    }
    return round(path)
        .map(round -> Answer.json(200, line(round)))
        .orElseGet(() -> Answer.json(404, "{\"error\":\"no such round yet\"}"));
  }

  private Optional<Long> round(String path) {
    Matcher asked = ROUND.matcher(path);
    if (!asked.matches() || !asked.group(1).equals(hash)) {
      return Optional.empty();
    }
    long newest = newest(clock.instant());
    long round = asked.group(2).equals("latest") ? newest : Long.parseLong(asked.group(2));
    return round > newest ? Optional.empty() : Optional.of(round);
  }

  private static long newest(Instant now) {
    return (now.getEpochSecond() - GENESIS) / PERIOD + 1;
  }

  private String line(long round) {
    byte[] message = sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    byte[] signature = new P1().hash_to(message, DOMAIN).sign_with(key).compress();
    return "{\"round\":%d,\"randomness\":\"%s\",\"signature\":\"%s\"}"
        .formatted(round, hex(sha256(signature)), hex(signature));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
