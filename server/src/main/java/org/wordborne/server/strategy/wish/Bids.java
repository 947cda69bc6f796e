package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.strategy.auction.Commitment;
import org.wordborne.server.strategy.wish.CallBook.SealedBid;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// What sellers bid: closed the moment it is received, committed to in public.
@Component
class Bids {
  private static final int MOST = 50;

  private final Transactions transactions;
  private final Calls calls;
  private final WishBoard board;
  private final SecretBox box;
  private final Ids ids;
  private final InstantSource clock;

  Bids(
      Transactions transactions,
      Calls calls,
      WishBoard board,
      SecretBox box,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.calls = calls;
    this.board = board;
    this.box = box;
    this.ids = ids;
    this.clock = clock;
  }

  /// What a seller keeps: with it anybody can see that the commitment is to this amount.
  record Receipt(String call, String seller, String amount, String nonce, String commitment) {}

  Seller seller(Scope scope, UUID invitation) {
    Seller seller =
        transactions
            .in(scope, tx -> CallBook.seller(tx, invitation))
            .orElseThrow(() -> new NotFoundException("There is no such invitation."));
    board.shown(scope, seller.wish());
    return seller;
  }

  /// Takes a bid, in place of the one before.
  Receipt bid(Scope scope, UUID invitation, String written) {
    Seller seller = seller(scope, invitation);
    CallRecord known = open(scope, seller);
    Money amount = amount(written, known.currency());
    String nonce = calls.nonce();
    String name = "S" + seller.number();
    String commitment = Commitment.of(known.id().toString(), name, amount.text(), nonce);
    UUID id = ids.next();
    byte[] sealed = box.seal(id, amount.text() + "\n" + nonce);
    transactions.run(
        scope,
        tx -> write(tx, scope, known, new Word(id, seller.number(), commitment, sealed), "bid"));
    board.told(scope);
    return new Receipt(known.id().toString(), name, amount.text(), nonce, commitment);
  }

  private static Money amount(String written, String currency) {
    String text = written.strip();
    if (text.matches("-?[0-9.]+")) {
      text = text + " " + currency;
    }
    Money amount = Money.of("amount", text);
    if (!amount.currency().equals(currency)) {
      throw new BadInputException(
          "amount", written, "Bids are in " + currency + " here, as 240.00 " + currency + ".");
    }
    if (amount.minor() <= 0) {
      throw new BadInputException(
          "amount", written, "A bid is above nothing, as 240.00 " + currency + ".");
    }
    return amount;
  }

  /// Takes a seller's bid back.
  void withdraw(Scope scope, UUID invitation) {
    Seller seller = seller(scope, invitation);
    CallRecord known = open(scope, seller);
    transactions.run(
        scope,
        tx -> {
          CallBook.lock(tx, known.id());
          boolean stands =
              CallBook.standing(tx, known.id()).stream()
                  .anyMatch(bid -> bid.seller() == seller.number());
          if (!stands) {
            throw new ConflictException("No bid of yours stands.");
          }
          write(tx, scope, known, new Word(ids.next(), seller.number(), "", null), "withdrawn");
        });
    board.told(scope);
  }

  private record Word(
      UUID id, int seller, String commitment, byte @org.jspecify.annotations.Nullable [] sealed) {}

  private CallRecord open(Scope scope, Seller seller) {
    return calls
        .find(scope, seller.wish())
        .orElseThrow(() -> new ConflictException("The buyer has not opened it yet."));
  }

  /* The time counts that is read under the row's lock: the closer holds the same lock. */
  private void write(JdbcClient tx, Scope scope, CallRecord known, Word word, String deed) {
    CallRecord call = CallBook.lock(tx, known.id()).orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (call.isOver(now)) {
      throw new ConflictException(
          "Bidding ended at %s; this came at %s."
              .formatted(Terms.time(call.endsAt()), Terms.time(now)));
    }
    int number = CallBook.bids(tx, call.id()) + 1;
    long own = CallBook.log(tx, call.id()).stream().filter(line -> isOf(word, line)).count();
    if (deed.equals("bid") && own >= MOST) {
      throw new ConflictException("At most " + MOST + " bids of one seller.");
    }
    CallBook.bid(
        tx,
        scope,
        new SealedBid(
            word.id(), call.id(), word.seller(), number, word.commitment(), word.sealed(), now));
    var facts =
        deed.equals("bid")
            ? Map.of("seller", "S" + word.seller(), "commitment", word.commitment())
            : Map.of("seller", "S" + word.seller());
    CallBook.log(tx, scope, call.id(), now, deed, facts);
  }

  private static boolean isOf(Word word, org.wordborne.server.strategy.auction.LogLine line) {
    return line.deed().equals("bid")
        && ("S" + word.seller()).equals(line.facts().getOrDefault("seller", ""));
  }
}
