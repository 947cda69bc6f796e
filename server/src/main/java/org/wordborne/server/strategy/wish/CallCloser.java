package org.wordborne.server.strategy.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.auction.SealedFirstPrice;
import org.wordborne.server.strategy.auction.SealedFirstPrice.OpenedBid;
import org.wordborne.server.strategy.wish.CallBook.SealedBid;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Opens the bids of a call once its end has passed, and says who was lowest.
@Component
class CallCloser {
  private static final Logger LOG = LoggerFactory.getLogger(CallCloser.class);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration LINK = Duration.ofDays(60);

  private final Transactions transactions;
  private final WishBoard board;
  private final ClientLinks links;
  private final SecretBox box;
  private final InstantSource clock;
  private final Map<UUID, Instant> again = new ConcurrentHashMap<>();

  CallCloser(
      Transactions transactions,
      WishBoard board,
      ClientLinks links,
      SecretBox box,
      InstantSource clock) {
    this.transactions = transactions;
    this.board = board;
    this.links = links;
    this.box = box;
    this.clock = clock;
  }

  /// Closes every call whose end has passed; one that cannot be closed keeps no other open, and is
  /// tried again a minute later.
  void closeDue(Scope scope) {
    Instant now = clock.instant();
    again.values().removeIf(at -> !at.isAfter(now));
    for (UUID call : transactions.in(scope, tx -> CallBook.due(tx, now))) {
      if (!again.containsKey(call)) {
        tried(scope, call, now);
      }
    }
  }

  private void tried(Scope scope, UUID call, Instant now) {
    try {
      boolean closed = transactions.in(scope, tx -> close(tx, scope, call));
      if (closed) {
        board.told(scope);
      }
    } catch (RuntimeException e) {
      again.put(call, now.plus(REST));
      LOG.warn("Call {} cannot be closed: {}", call, e.toString());
    }
  }

  private boolean close(JdbcClient tx, Scope scope, UUID id) {
    CallRecord call = CallBook.lock(tx, id).orElseThrow();
    Instant now = clock.instant();
    if (call.closedAt() != null || !call.isOver(now)) {
      return false;
    }
    List<SealedBid> standing = CallBook.standing(tx, id);
    CallBook.log(tx, scope, id, now, "closed", Map.of("bids", "" + standing.size()));
    long ceiling = openCeiling(tx, scope, call, now);
    List<LogLine> log = CallBook.log(tx, id);
    var opened = new ArrayList<OpenedBid>();
    for (SealedBid bid : standing) {
      opened.add(open(tx, scope, bid, now, log));
    }
    OpenedBid won = SealedFirstPrice.winner(opened, ceiling).orElse(null);
    String price = won == null ? "none" : new Money(won.minor(), call.currency()).text();
    String winner = won == null ? "none" : "S" + won.seller();
    CallBook.log(tx, scope, id, now, "result", Map.of("winner", winner, "price", price));
    CallBook.close(
        tx, id, now, won == null ? null : won.seller(), won == null ? null : won.minor());
    tell(scope, call, price);
    return true;
  }

  private long openCeiling(JdbcClient tx, Scope scope, CallRecord call, Instant now) {
    String[] ceiling = box.open(call.id(), call.ceiling()).split("\n", 2);
    var facts = Map.of("amount", ceiling[0], "nonce", ceiling[1]);
    CallBook.log(tx, scope, call.id(), now, "ceiling", facts);
    return Money.of(ceiling[0]).minor();
  }

  private OpenedBid open(
      JdbcClient tx, Scope scope, SealedBid bid, Instant now, List<LogLine> log) {
    byte[] sealed = java.util.Objects.requireNonNull(bid.sealed());
    String[] opened = box.open(bid.id(), sealed).split("\n", 2);
    var facts = Map.of("seller", "S" + bid.seller(), "amount", opened[0], "nonce", opened[1]);
    CallBook.log(tx, scope, bid.call(), now, "bid-opened", facts);
    long line =
        log.stream()
            .filter(one -> bid.commitment().equals(one.facts().get("commitment")))
            .findFirst()
            .orElseThrow()
            .number();
    return new OpenedBid(bid.seller(), Money.of(opened[0]).minor(), line);
  }

  private void tell(Scope scope, CallRecord call, String price) {
    var us = new SignedIn(null, scope.workspace(), "Wordborne", "server");
    PageLanguage say = board.get(scope, call.wish()).language();
    String link = links.make(scope, "call", call.wish(), LINK, us).url();
    String lowest =
        price.equals("none")
            ? say.words("No bid was within your limit.", "Kein Gebot lag in Ihrer Grenze.")
            : say.words("The lowest bid is ", "Das niedrigste Gebot ist ") + price + ".";
    String text =
        say.words(
                "Bidding is over. %s You decide, and may take none:\n%s",
                "Das Bieten ist vorbei. %s Sie entscheiden und müssen keines nehmen:\n%s")
            .formatted(lowest, link);
    String subject = say.words("Bidding is over: decide", "Das Bieten ist vorbei: Entscheiden Sie");
    board.write(scope, call.wish(), "closed-" + call.id(), subject, text);
  }
}
