package org.wordborne.effect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/* The four questions to a draw, each answered by itself, so that the one that fails is named. */
final class DrawChecks {
  private final Proof proof;
  private final @Nullable EntryList given;
  private final Set<BeaconChain> trusted;

  DrawChecks(Proof proof, @Nullable EntryList given, Set<BeaconChain> trusted) {
    this.proof = proof;
    this.given = given;
    this.trusted = trusted;
  }

  List<Check> all() {
    Commitment commitment;
    try {
      commitment = Commitment.parse(proof.commitment());
    } catch (DrawException wrong) {
      return List.of(
          fails("rule", "commitment: " + wrong.getMessage()),
          fails("seal", "there is no commitment to hold it against"),
          fails("beacon", "there is no commitment to hold it against"),
          fails("draw", "there is no commitment to hold it against"));
    }
    @Nullable EntryList entries = null;
    String noList = "";
    try {
      entries = entries();
    } catch (DrawException wrong) {
      noList = (wrong.line() > 0 ? "list, line " + wrong.line() + ": " : "") + wrong.getMessage();
    }
    return List.of(
        rule(commitment),
        entries == null ? fails("seal", noList) : seal(commitment, entries),
        beacon(commitment),
        entries == null
            ? fails("draw", "there is no list to draw from")
            : draw(commitment, entries));
  }

  private EntryList entries() throws DrawException {
    if (given != null) {
      return given;
    }
    if (proof.list() == null) {
      throw new DrawException("the list is in the file " + proof.listFile() + ", which is missing");
    }
    return EntryList.read(proof.list());
  }

  private Check rule(Commitment commitment) {
    if (!Bits.hex(commitment.hash()).equals(proof.commitmentHash())) {
      return fails("rule", "the hash of the commitment is " + Bits.hex(commitment.hash()));
    }
    var placed = proof.drawn().winners().stream().map(Place::prize).toList();
    var promised = commitment.prizes().stream().flatMap(DrawChecks::pieces).toList();
    boolean tooMany =
        placed.size() > promised.size()
            || proof.drawn().alternates().size() > commitment.alternates();
    if (tooMany || !placed.equals(promised.subList(0, placed.size()))) {
      return fails("rule", "the prizes given are not those of the rule, in its order");
    }
    return holds("rule", inWords(commitment));
  }

  private static java.util.stream.Stream<String> pieces(Prize prize) {
    return java.util.Collections.nCopies(prize.count(), prize.id()).stream();
  }

  private static String inWords(Commitment commitment) {
    return counted(commitment.pieces(), "prize", "prizes")
        + (commitment.onePerGroup() ? ", at most one a person, " : ", at most one an entry, ")
        + counted(commitment.alternates(), "alternate", "alternates");
  }

  private Check seal(Commitment commitment, EntryList entries) {
    var broken =
        sealBroken(entries, commitment)
            .or(() -> listChanged(entries))
            .or(() -> secretWrong(commitment, bytes(proof.secret())));
    var refused =
        proof.refusedAfter() == 0 ? "" : ", " + proof.refusedAfter() + " refused after the seal";
    return broken
        .map(why -> fails("seal", why))
        .orElseGet(() -> holds("seal", counted(entries.size(), "entry", "entries") + refused));
  }

  private Optional<String> listChanged(EntryList entries) {
    boolean same =
        proof.listSha256().isEmpty()
            || proof.listSha256().equals(Bits.hex(Bits.sha256(entries.bytes())));
    return same ? Optional.empty() : Optional.of("the list's file is not the one of the proof");
  }

  private Check beacon(Commitment commitment) {
    var chain = trusted.stream().filter(c -> c.hash().equals(commitment.chain())).findAny();
    if (chain.isEmpty()) {
      return fails(
          "beacon", "chain " + commitment.chain() + " is none that is trusted; name it by --chain");
    }
    if (proof.round() != commitment.round()) {
      return fails(
          "beacon", "round " + proof.round() + " was used, sealed was " + commitment.round());
    }
    return beaconWrong(commitment, chain.get(), bytes(proof.signature()))
        .map(why -> fails("beacon", why))
        .orElseGet(
            () -> holds("beacon", "round " + commitment.round() + " of " + chain.get().name()));
  }

  private Check draw(Commitment commitment, EntryList entries) {
    var again = Draw.drawn(entries, commitment, bytes(proof.signature()), bytes(proof.secret()));
    var told = proof.drawn();
    if (!again.seed().equals(told.seed())) {
      return fails("draw", "the seed is " + again.seed());
    }
    if (!again.order().equals(told.order())) {
      return fails("draw", "the order is " + shortened(again.order()));
    }
    if (!again.winners().equals(told.winners()) || !again.alternates().equals(told.alternates())) {
      return fails("draw", "the places given are not those of the order");
    }
    return holds(
        "draw",
        numbers(again.winners())
            + (again.alternates().isEmpty() ? "" : " | " + numbers(again.alternates())));
  }

  private static String numbers(List<Place> places) {
    return shortened(places.stream().map(Place::number).toList());
  }

  private static String shortened(List<Integer> numbers) {
    var shown = numbers.stream().limit(50).map(String::valueOf).toList();
    return String.join(" ", shown) + (numbers.size() > shown.size() ? " …" : "");
  }

  static Optional<String> sealBroken(EntryList entries, Commitment commitment) {
    if (entries.size() != commitment.entries()) {
      return Optional.of(
          "the list holds %d entries, sealed were %d: what came or went after the seal does not count"
              .formatted(entries.size(), commitment.entries()));
    }
    var root = Bits.hex(entries.root());
    return root.equals(commitment.root())
        ? Optional.empty()
        : Optional.of("the list has root " + root + ", sealed was " + commitment.root());
  }

  static Optional<String> secretWrong(Commitment commitment, byte[] secret) {
    return Bits.hex(Commitment.hashOfSecret(secret)).equals(commitment.secret())
        ? Optional.empty()
        : Optional.of("the secret is not the one whose hash was sealed");
  }

  static Optional<String> beaconWrong(Commitment commitment, BeaconChain chain, byte[] signature) {
    if (!chain.hash().equals(commitment.chain())) {
      return Optional.of("sealed was chain " + commitment.chain() + ", not " + chain.hash());
    }
    var due = chain.dueAt(commitment.round());
    if (due.isBefore(commitment.sealed().plusSeconds(Draw.LEAST_SECONDS))) {
      return Optional.of(
          "round %d was due at %s, less than 5 minutes after the seal at %s"
              .formatted(commitment.round(), due, commitment.sealed()));
    }
    return BeaconCheck.holds(chain, commitment.round(), signature)
        ? Optional.empty()
        : Optional.of("the signature is not that of round " + commitment.round());
  }

  /* What is no hexadecimal is no secret and no signature either. */
  private static byte[] bytes(String hex) {
    return Bits.isHex(hex, hex.length() / 2) ? Bits.unhex(hex) : new byte[0];
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static Check holds(String name, String text) {
    return new Check(name, true, text);
  }

  private static Check fails(String name, String text) {
    return new Check(name, false, text);
  }
}
