package org.wordborne.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a stranger needs to run a draw again.
///
/// @param commitment text of the commitment
/// @param commitmentHash its hash, in hexadecimal
/// @param chain the beacon's chain
/// @param round the beacon's round
/// @param signature the beacon's signature, in hexadecimal
/// @param secret our secret, in hexadecimal
/// @param drawn what was drawn
/// @param refusedAfter how many entries came after the seal and were refused
/// @param list the list, line by line; null where it is a file of its own
/// @param listFile name of that file, beside the proof; empty where the list is here
/// @param listSha256 SHA-256 of that file, in hexadecimal; empty where the list is here
public record Proof(
    String commitment,
    String commitmentHash,
    BeaconChain chain,
    long round,
    String signature,
    String secret,
    Drawn drawn,
    int refusedAfter,
    @Nullable List<String> list,
    String listFile,
    String listSha256) {
  /// What a proof says it is.
  public static final String FORMAT = "wordborne-proof-1";

  /// Up to so many entries stand in the proof itself; more are a file of their own.
  public static final int MOST_INSIDE = 10_000;

  /// Takes a copy of the list.
  public Proof {
    list = list == null ? null : List.copyOf(list);
  }

  /// The proof of a draw.
  ///
  /// @param listFile name of the list's file, which is needed above [#MOST_INSIDE] entries
  public static Proof of(
      EntryList entries,
      Commitment commitment,
      BeaconChain chain,
      byte[] signature,
      byte[] secret,
      Drawn drawn,
      int refusedAfter,
      String listFile) {
    boolean inside = entries.size() <= MOST_INSIDE;
    return new Proof(
        commitment.text(),
        Bits.hex(commitment.hash()),
        chain,
        commitment.round(),
        Bits.hex(signature),
        Bits.hex(secret),
        drawn,
        refusedAfter,
        inside ? entries.lines() : null,
        inside ? "" : listFile,
        inside ? "" : Bits.hex(Bits.sha256(entries.bytes())));
  }

  /// The proof as one JSON object, with a line for each key; the same proof gives the same bytes.
  public String json() {
    return ProofJson.write(this);
  }
}
