package org.wordborne.server.campaign.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.effect.Drawn;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Proof;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// What lets a stranger check a draw: the files of its proof, and the way of an entry to the root.
@Component
class Proofs {
  private final Transactions transactions;

  Proofs(Transactions transactions) {
    this.transactions = transactions;
  }

  /// What the files of a proof are called, without their ends; nothing before it is drawn.
  Optional<String> name(Scope scope, UUID contest) {
    return transactions.in(
        scope,
        tx ->
            DrawBook.result(tx, contest)
                .flatMap(_ -> DrawBook.seal(tx, contest))
                .map(seal -> DrawProof.fileName(seal.commitment().name())));
  }

  /// What a stranger needs to run the draw again.
  ///
  /// @throws ConflictException before it is drawn
  DrawProof proof(Scope scope, UUID contest) {
    return transactions.in(
        scope,
        tx -> {
          DrawBook.Seal seal = DrawBook.sealed(tx, contest);
          DrawBook.Result result =
              DrawBook.result(tx, contest)
                  .orElseThrow(
                      () -> new ConflictException("It is not drawn yet; the proof comes with it."));
          EntryList list = DrawBook.list(tx, contest);
          byte[] signature = HexFormat.of().parseHex(result.signature());
          byte[] secret = HexFormat.of().parseHex(result.secret());
          Drawn drawn = Drawing.drawn(list, seal, signature, secret);
          String name = DrawProof.fileName(seal.commitment().name());
          Proof proof =
              Proof.of(
                  list,
                  seal.commitment(),
                  seal.chain(),
                  signature,
                  secret,
                  drawn,
                  0,
                  name + ".entries");
          return new DrawProof(name, proof.json(), list.bytes(), Chains.write(seal.chain()));
        });
  }

  /// The sealed list with what leads from an entry to its root.
  Optional<SealedEntry> entry(Scope scope, UUID contest, String code) {
    return transactions.in(
        scope,
        tx -> {
          if (DrawBook.seal(tx, contest).isEmpty()) {
            return Optional.empty();
          }
          EntryList list = DrawBook.list(tx, contest);
          int number = list.number(code);
          return number == 0
              ? Optional.empty()
              : Optional.of(
                  new SealedEntry(
                      number,
                      list.line(number),
                      list.inclusion(number).stream().map(HexFormat.of()::formatHex).toList()));
        });
  }

  /// An entry of the sealed list.
  ///
  /// @param path the hashes that lead from it to the root, nearest first
  record SealedEntry(int number, String line, List<String> path) {}
}
