package org.wordborne.server.strategy.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private static final Duration SHOWN = Duration.ofMinutes(15);

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
  record Receipt(
      UUID id, String call, String seller, String amount, String nonce, String commitment) {}

  Seller seller(Scope scope, UUID invitation) {
    Seller seller =
        transactions
            .in(scope, tx -> CallBook.seller(tx, invitation))
            .orElseThrow(() -> new NotFoundException("There is no such invitation."));
    board.shown(scope, seller.wish());
    return seller;
  }

  /// Takes a bid, in place of the one before. The same form sent again is the same bid.
  ///
  /// @param form by which a form that is sent twice is known; null for none
  Receipt bid(Scope scope, UUID invitation, String written, @Nullable String form) {
    Seller seller = seller(scope, invitation);
    CallRecord known = open(scope, seller);
    Money amount = amount(written, known.currency());
    String nonce = calls.nonce();
    String name = "S" + seller.number();
    String commitment = Commitment.of(known.id().toString(), name, amount.text(), nonce);
    UUID id = ids.next();
    byte[] sealed = box.seal(id, amount.text() + "\n" + nonce);
    var word = new Word(id, seller.number(), commitment, sealed, form);
    SealedBid kept = transactions.in(scope, tx -> write(tx, scope, known, word, "bid"));
    board.told(scope);
    return receipt(kept);
  }

  private Receipt receipt(SealedBid bid) {
    String[] opened = box.open(bid.id(), Objects.requireNonNull(bid.sealed())).split("\n", 2);
    return new Receipt(
        bid.id(),
        bid.call().toString(),
        "S" + bid.seller(),
        opened[0],
        opened[1],
        bid.commitment());
  }

  /// A word by which the seller's own page shows the receipt for a while.
  String key(UUID invitation, Receipt receipt) {
    String told = clock.instant().plus(SHOWN).toEpochMilli() + " " + receipt.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(box.seal(invitation, told));
  }

  /// The receipt that a key shows; none if it is no key of this seller, or was one.
  Optional<Receipt> receipt(Scope scope, UUID invitation, String key) {
    try {
      String[] told = box.open(invitation, Base64.getUrlDecoder().decode(key)).split(" ", 2);
      if (clock.millis() > Long.parseLong(told[0])) {
        return Optional.empty();
      }
      UUID id = UUID.fromString(told[1]);
      return transactions.in(scope, tx -> CallBook.bid(tx, id)).map(this::receipt);
    } catch (RuntimeException notOfOurs) {
      return Optional.empty();
    }
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

  /// Takes a seller's bid back. The same form sent again changes nothing.
  ///
  /// @param form by which a form that is sent twice is known; null for none
  void withdraw(Scope scope, UUID invitation, @Nullable String form) {
    Seller seller = seller(scope, invitation);
    CallRecord known = open(scope, seller);
    transactions.run(
        scope,
        tx -> {
          CallBook.lock(tx, known.id());
          boolean stands =
              CallBook.standing(tx, known.id()).stream()
                  .anyMatch(bid -> bid.seller() == seller.number());
          if (!stands && CallBook.ofForm(tx, known.id(), seller.number(), form).isEmpty()) {
            throw new ConflictException("No bid of yours stands.");
          }
          var word = new Word(ids.next(), seller.number(), "", null, form);
          write(tx, scope, known, word, "withdrawn");
        });
    board.told(scope);
  }

  private record Word(
      UUID id, int seller, String commitment, byte @Nullable [] sealed, @Nullable String form) {}

  private CallRecord open(Scope scope, Seller seller) {
    return calls
        .find(scope, seller.wish())
        .orElseThrow(() -> new ConflictException("The buyer has not opened it yet."));
  }

  /* The time counts that is read under the row's lock: the closer holds the same lock. */
  private SealedBid write(JdbcClient tx, Scope scope, CallRecord known, Word word, String deed) {
    CallRecord call = CallBook.lock(tx, known.id()).orElseThrow();
    Optional<SealedBid> before = CallBook.ofForm(tx, call.id(), word.seller(), word.form());
    if (before.isPresent()) {
      return before.get();
    }
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
    var bid =
        new SealedBid(
            word.id(),
            call.id(),
            word.seller(),
            number,
            word.commitment(),
            word.sealed(),
            now,
            word.form());
    CallBook.bid(tx, scope, bid);
    var facts =
        deed.equals("bid")
            ? Map.of("seller", "S" + word.seller(), "commitment", word.commitment())
            : Map.of("seller", "S" + word.seller());
    CallBook.log(tx, scope, call.id(), now, deed, facts);
    return bid;
  }

  private static boolean isOf(Word word, org.wordborne.server.strategy.auction.LogLine line) {
    return line.deed().equals("bid")
        && ("S" + word.seller()).equals(line.facts().getOrDefault("seller", ""));
  }
}
