package org.wordborne.effect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A draw that anyone can check: who wins follows from three things that were fixed before anybody
/// could know the outcome.
///
/// The seed is SHA-256 of the commitment (list, rule and the hash of our secret), the signature of
/// a beacon's round that lay in the future when the commitment was published, and the secret. The
/// beacon alone does not decide, since the secret is unknown to those who run it; we alone do not
/// decide, since the beacon was unknown to us.
///
/// ```java
/// Drawn drawn = Draw.run(entries, commitment, BeaconChain.quicknet(), signature, secret);
/// String proof = Proof.of(entries, commitment, chain, signature, secret, drawn, 0, "").json();
/// ```
///
/// Picks follow one another without replacement, each with a chance in proportion to the weights
/// that are left: the law of Efraimidis and Spirakis (2006), in whole numbers, hence the same
/// bits in every language. Formats to the byte: `docs/draws.md`.
public final class Draw {
  /// The least time between the seal and the beacon's round.
  static final long LEAST_SECONDS = 300;

  private Draw() {}

  /// Draws.
  ///
  /// @throws DrawException if list, secret, chain or signature are not those of the commitment
  public static Drawn run(
      EntryList entries, Commitment commitment, BeaconChain chain, byte[] signature, byte[] secret)
      throws DrawException {
    var wrong =
        DrawChecks.sealBroken(entries, commitment)
            .or(() -> DrawChecks.secretWrong(commitment, secret))
            .or(() -> DrawChecks.beaconWrong(commitment, chain, signature));
    if (wrong.isPresent()) {
      throw new DrawException(wrong.get());
    }
    return drawn(entries, commitment, signature, secret);
  }

  /// Runs a draw again and looks at each of its four steps: `rule`, `seal`, `beacon`, `draw`.
  ///
  /// @param entries the list, where it is not in the proof
  /// @param trusted the chains whose key is believed, whatever the proof says of it
  public static List<Check> verify(
      Proof proof, @Nullable EntryList entries, Set<BeaconChain> trusted) {
    return new DrawChecks(proof, entries, trusted).all();
  }

  /// The seed of a draw.
  static byte[] seed(Commitment commitment, byte[] signature, byte[] secret) {
    var hash = Bits.sha256();
    hash.update(Bits.utf8("wordborne-draw-1"));
    hash.update((byte) 0);
    hash.update(commitment.hash());
    hash.update(ByteBuffer.allocate(Long.BYTES).putLong(commitment.round()).array());
    hash.update(signature);
    return hash.digest(secret);
  }

  static Drawn drawn(EntryList entries, Commitment commitment, byte[] signature, byte[] secret) {
    byte[] seed = seed(commitment, signature, secret);
    int[] order =
        new Picks(entries, commitment.onePerGroup())
            .draw(new ChanceStream(seed), commitment.places());
    var winners = new ArrayList<Place>();
    for (Prize prize : commitment.prizes()) {
      for (int piece = 0; piece < prize.count() && winners.size() < order.length; piece++) {
        winners.add(place(entries, prize.id(), order[winners.size()]));
      }
    }
    var alternates = new ArrayList<Place>();
    for (int i = winners.size(); i < order.length; i++) {
      alternates.add(place(entries, "", order[i]));
    }
    return new Drawn(Bits.hex(seed), Arrays.stream(order).boxed().toList(), winners, alternates);
  }

  private static Place place(EntryList entries, String prize, int number) {
    return new Place(prize, number, entries.code(number));
  }

  /// The numbers that RFC 3797 selects: public sources of chance as a text, MD5, no seal.
  ///
  /// @param key the sources in the spelling of that paper, like `9319./2.5.8.10.12./`
  /// @param pool how many there are to choose from, 1 to 65,535
  /// @param select how many are chosen, at most `pool`
  public static int[] rfc3797(String key, int pool, int select) {
    return Rfc3797.select(key, pool, select);
  }
}
