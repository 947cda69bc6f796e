package org.wordborne.effect;

import java.time.Instant;
import java.util.List;

/// A public beacon: every `period` seconds a number that nobody knows before, signed by a key that
/// everybody knows.
///
/// @param name what people call it
/// @param hash its name among chains, 64 hexadecimal digits; pinned in each commitment
/// @param publicKey its key, a compressed point of G2, in hexadecimal
/// @param genesis when round 1 was due, in seconds since 1970
/// @param period seconds between rounds
/// @param scheme how it signs; `bls-unchained-g1-rfc9380` is the one understood here
/// @param relays addresses that serve it
public record BeaconChain(
    String name,
    String hash,
    String publicKey,
    long genesis,
    int period,
    String scheme,
    List<String> relays) {
  /// The scheme of quicknet: round alone is signed, signatures in G1, hashed after RFC 9380.
  public static final String SCHEME = "bls-unchained-g1-rfc9380";

  private static final int KEY_BYTES = 96;
  private static final BeaconChain QUICKNET =
      new BeaconChain(
          "drand quicknet",
          "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
          "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c"
              + "8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb"
              + "5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
          1_692_803_367L,
          3,
          SCHEME,
          List.of("https://api.drand.sh", "https://api2.drand.sh", "https://api3.drand.sh"));

  /// Takes a copy of the relays.
  public BeaconChain {
    relays = List.copyOf(relays);
  }

  /// The chain that is trusted when no other is named: run by the League of Entropy since 2023.
  public static BeaconChain quicknet() {
    return QUICKNET;
  }

  /// Checks that it can be used.
  ///
  /// @return this chain
  /// @throws DrawException naming the field, its value, and what would be right
  public BeaconChain checked() throws DrawException {
    require(Bits.isHex(hash, Bits.HASH_BYTES), "hash", hash, "64 characters of 0-9 and a-f");
    require(Bits.isHex(publicKey, KEY_BYTES), "publicKey", publicKey, "192 characters of 0-9, a-f");
    require(period > 0, "period", period, "at least 1 second");
    require(genesis > 0, "genesis", genesis, "seconds since 1970");
    require(scheme.equals(SCHEME), "scheme", scheme, SCHEME);
    return this;
  }

  private static void require(boolean holds, String field, Object value, String right)
      throws DrawException {
    if (!holds) {
      throw new DrawException("chain: " + field + " '" + value + "' must be " + right);
    }
  }

  /// The first round that is due at `time` or after it.
  public long roundAt(Instant time) {
    long seconds = time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0) - genesis;
    return seconds <= 0 ? 1 : Math.ceilDiv(seconds, period) + 1;
  }

  /// When a round is due.
  public Instant dueAt(long round) {
    return Instant.ofEpochSecond(Math.addExact(genesis, Math.multiplyExact(round - 1, period)));
  }
}
