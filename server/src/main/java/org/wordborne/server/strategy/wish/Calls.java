package org.wordborne.server.strategy.wish;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.strategy.auction.Commitment;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Calls for offers: opened and decided by the wisher, sellers invited by us.
@Component
class Calls {
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final Duration SELLER_LINK = Duration.ofDays(120);
  private static final int MOST_SELLERS = 30;
  private static final String INVITED =
      """
      Somebody near you wants to buy, and you are asked for your price:

      %s

      You bid sealed: nobody, not even we, reads an amount before the end. The lowest bid wins at
      its own price, if it is not above what the buyer pays at most. Until the end you can lower
      it, raise it or take it back. Your link, for you alone:
      %s
      """;
  private static final String INVITED_GERMAN =
      """
      Jemand in Ihrer Nähe möchte kaufen, und Sie werden nach Ihrem Preis gefragt:

      %s

      Sie bieten verschlossen: Niemand, auch wir nicht, liest vor dem Ende einen Betrag. Das
      niedrigste Gebot gewinnt zu seinem eigenen Preis, wenn es nicht über dem liegt, was höchstens
      gezahlt wird. Bis zum Ende können Sie es senken, erhöhen oder zurücknehmen. Ihr Link, für Sie
      allein:
      %s
      """;

  private final Transactions transactions;
  private final WishBoard board;
  private final ClientLinks links;
  private final Mailroom mailroom;
  private final SecretBox box;
  private final SecureRandom chance;
  private final Ids ids;
  private final InstantSource clock;

  Calls(
      Transactions transactions,
      WishBoard board,
      ClientLinks links,
      Mailroom mailroom,
      SecretBox box,
      SecureRandom chance,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.board = board;
    this.links = links;
    this.mailroom = mailroom;
    this.box = box;
    this.chance = chance;
    this.ids = ids;
    this.clock = clock;
  }

  /// Invites a seller by mail; the link in it is told to nobody else.
  Seller invite(SignedIn by, UUID wish, @Nullable String written, @Nullable String mail) {
    Scope scope = by.scope();
    String name = written == null ? "" : Mailroom.flat(written);
    if (name.isEmpty() || name.length() > 80) {
      throw new BadInputException("name", written, "The seller's name, of at most 80 characters.");
    }
    String to = Mailroom.address("mail", mail == null ? "" : mail);
    if (!mailroom.ready(scope)) {
      throw new ConflictException(
          "Sellers are invited by mail, and nobody said yet how mail leaves: see Sources.");
    }
    Wish wanted = purchase(scope, wish);
    Seller seller =
        transactions.in(
            scope,
            tx -> {
              Seller added = added(tx, scope, wish, name, to);
              String link = links.make(scope, "seller", added.id(), SELLER_LINK, by).url();
              mailroom.send(scope, invitation(wanted, added, link), added.id());
              return added;
            });
    board.told(scope);
    return seller;
  }

  private Seller added(JdbcClient tx, Scope scope, UUID wish, String name, String mail) {
    WishBook.lock(tx, wish);
    CallRecord call =
        CallBook.ofWish(tx, wish).flatMap(known -> CallBook.lock(tx, known.id())).orElse(null);
    if (call != null && call.isOver(clock.instant())) {
      throw over(call);
    }
    List<Seller> known = CallBook.sellers(tx, wish);
    if (known.size() >= MOST_SELLERS) {
      throw new ConflictException("At most " + MOST_SELLERS + " sellers bid for one wish.");
    }
    if (known.stream().anyMatch(one -> one.mail().equalsIgnoreCase(mail))) {
      throw new ConflictException(mail + " was invited already.");
    }
    var seller = new Seller(ids.next(), wish, known.size() + 1, name, mail);
    CallBook.invite(tx, scope, seller, clock.instant());
    if (call != null) {
      invited(tx, scope, call.id(), seller);
    }
    return seller;
  }

  private void invited(JdbcClient tx, Scope scope, UUID call, Seller seller) {
    var facts = Map.of("seller", "S" + seller.number());
    CallBook.log(tx, scope, call, clock.instant(), "invited", facts);
  }

  private static Letter invitation(Wish wish, Seller seller, String link) {
    PageLanguage say = wish.language();
    String text = say.words(INVITED, INVITED_GERMAN).formatted(Terms.of(wish), link);
    String subject = say.words("Asked for your price", "Frage nach Ihrem Preis");
    return new Letter("seller-" + seller.id(), seller.mail(), subject, text);
  }

  /// Opens a wish to its sellers; who can has the link that was sent to the poster's address.
  ///
  /// @param lasts until the end of bidding
  CallRecord open(Scope scope, UUID wish, Duration lasts) {
    Wish wanted = purchase(scope, wish);
    Purchase purchase = java.util.Objects.requireNonNull(wanted.purchase());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (lasts.compareTo(Duration.ofMinutes(1)) < 0 || lasts.compareTo(LONGEST) > 0) {
      throw new BadInputException("lasts", lasts, "From one minute to 60 days.");
    }
    Instant endsAt = now.plus(lasts);
    if (endsAt.isAfter(purchase.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())) {
      throw new BadInputException(
          "lasts", lasts, "It must end before the day it is wanted by, " + purchase.day() + ".");
    }
    CallRecord opened = transactions.in(scope, tx -> opened(tx, scope, wanted, now, endsAt));
    board.told(scope);
    return opened;
  }

  private CallRecord opened(JdbcClient tx, Scope scope, Wish wish, Instant now, Instant endsAt) {
    WishBook.lock(tx, wish.id());
    if (CallBook.ofWish(tx, wish.id()).isPresent()) {
      throw new ConflictException("It is open already.");
    }
    UUID id = ids.next();
    String amount = box.open(wish.id(), WishBook.ceiling(tx, wish.id()));
    String nonce = nonce();
    String currency = java.util.Objects.requireNonNull(wish.purchase()).currency();
    var call =
        new CallRecord(
            id,
            wish.id(),
            Terms.of(wish),
            currency,
            box.seal(id, amount + "\n" + nonce),
            now,
            endsAt,
            null,
            null,
            null,
            null,
            null);
    CallBook.open(tx, scope, call);
    var facts =
        Map.of(
            "call", id.toString(),
            "currency", currency,
            "endsAt", endsAt.toString(),
            "terms", Terms.digest(call.terms()),
            "ceiling", Commitment.of(id.toString(), "ceiling", amount, nonce),
            "rule", "sealed first price; of equal bids the one received first");
    CallBook.log(tx, scope, id, now, "opened", facts);
    CallBook.sellers(tx, wish.id()).forEach(seller -> invited(tx, scope, id, seller));
    WishBook.confirm(tx, wish.id());
    WishBook.state(tx, wish.id(), "offered");
    return call;
  }

  /// Sixty-four hexadecimal digits that nobody guesses.
  String nonce() {
    byte[] bytes = new byte[32];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Wish purchase(Scope scope, UUID wish) {
    Wish wanted = board.shown(scope, wish);
    if (wanted.purchase() == null) {
      throw new ConflictException(
          "Wish " + wanted.number() + " names no quantity, place, day and limit: none can bid.");
    }
    return wanted;
  }

  static ConflictException over(CallRecord call) {
    return new ConflictException("Bidding ended at " + Terms.time(call.endsAt()) + ".");
  }

  /// Takes the lowest bid, or none; the wisher alone decides.
  void settle(Scope scope, UUID wish, boolean take) {
    CallRecord call = ofWish(scope, board.shown(scope, wish).id());
    transactions.run(
        scope,
        tx -> {
          CallRecord now = CallBook.lock(tx, call.id()).orElseThrow();
          if (now.closedAt() == null) {
            throw new ConflictException("Bidding ends at " + Terms.time(now.endsAt()) + ".");
          }
          if (now.settledAt() != null) {
            throw new ConflictException("It is decided already.");
          }
          if (take && now.winner() == null) {
            throw new ConflictException("There is no bid within your limit to take.");
          }
          Instant at = clock.instant();
          CallBook.settle(tx, call.id(), at, take);
          var facts = Map.of("taken", take ? "S" + now.winner() : "none");
          CallBook.log(tx, scope, call.id(), at, "settled", facts);
          WishBook.state(tx, wish, take ? "done" : "heard");
          tellSellers(scope, now, take);
        });
    board.told(scope);
  }

  private void tellSellers(Scope scope, CallRecord call, boolean take) {
    PageLanguage say = board.get(scope, call.wish()).language();
    for (Seller seller : sellers(scope, call.wish())) {
      boolean won = take && call.winner() != null && call.winner() == seller.number();
      String text =
          won
              ? say.words(
                      "Your bid was taken. Write to the buyer: ",
                      "Ihr Gebot wurde angenommen. Schreiben Sie an: ")
                  + board.contact(scope, call.wish())
              : say.words(
                  "Another bid, or none, was taken. Thank you for yours.",
                  "Ein anderes Gebot oder keines wurde angenommen. Danke für Ihres.");
      var key = "settled-" + call.id() + "-" + seller.number();
      String subject =
          won
              ? say.words("Your bid was taken", "Ihr Gebot wurde angenommen")
              : say.words("The bidding is over", "Das Bieten ist vorbei");
      String body = call.terms() + "\n\n" + text + "\n";
      mailroom.send(scope, new Letter(key, seller.mail(), subject, body), seller.id());
    }
  }

  /// The call of a wish.
  CallRecord ofWish(Scope scope, UUID wish) {
    return find(scope, wish)
        .orElseThrow(() -> new NotFoundException("Nobody opened this wish to sellers yet."));
  }

  java.util.Optional<CallRecord> find(Scope scope, UUID wish) {
    return transactions.in(scope, tx -> CallBook.ofWish(tx, wish));
  }

  List<Seller> sellers(Scope scope, UUID wish) {
    return transactions.in(scope, tx -> CallBook.sellers(tx, wish));
  }

  /// What happened so far, a line each.
  List<LogLine> log(Scope scope, UUID call) {
    return transactions.in(scope, tx -> CallBook.log(tx, call));
  }
}
