package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.wish.WishesView.CallBidView;
import org.wordborne.server.strategy.wish.WishesView.CallView;
import org.wordborne.server.strategy.wish.WishesView.PurchaseView;
import org.wordborne.server.strategy.wish.WishesView.SellerView;
import org.wordborne.server.strategy.wish.WishesView.WishView;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;

/// Makes the views of wishes and calls. What a call shows is read from its log, which holds no
/// amount before the close.
@Component
class WishReader {
  private final WishBoard board;
  private final Calls calls;
  private final Mailroom mailroom;
  private final PublicAddress address;
  private final InstantSource clock;

  WishReader(
      WishBoard board, Calls calls, Mailroom mailroom, PublicAddress address, InstantSource clock) {
    this.board = board;
    this.calls = calls;
    this.mailroom = mailroom;
    this.address = address;
    this.clock = clock;
  }

  WishesView all(Scope scope) {
    return new WishesView(
        address.absolute("/p/w/" + board.door(scope)),
        mailroom.ready(scope),
        board.standing(scope).stream().map(wish -> view(scope, wish)).toList());
  }

  WishView one(Scope scope, UUID id) {
    return view(scope, board.get(scope, id));
  }

  private WishView view(Scope scope, Wish wish) {
    var purchase = wish.purchase();
    CallRecord call = purchase == null ? null : calls.find(scope, wish.id()).orElse(null);
    return new WishView(
        wish.id(),
        wish.number(),
        wish.text(),
        wish.state(),
        wish.votes(),
        wish.answer(),
        wish.answeredBy(),
        wish.answeredAt(),
        wish.aside(),
        wish.contact(),
        wish.postedAt(),
        purchase == null
            ? null
            : new PurchaseView(
                purchase.quantity(), purchase.place(), purchase.day(), purchase.currency()),
        purchase == null ? List.of() : sellers(scope, wish.id()),
        call == null ? null : call(scope, call));
  }

  private List<SellerView> sellers(Scope scope, UUID wish) {
    return calls.sellers(scope, wish).stream()
        .map(one -> new SellerView("S" + one.number(), one.name(), one.mail()))
        .toList();
  }

  /// A call as anybody may see it.
  CallView call(Scope scope, CallRecord call) {
    Long price = call.priceMinor();
    return new CallView(
        call.id(),
        state(call, clock.instant()),
        call.openedAt(),
        call.endsAt(),
        bids(calls.log(scope, call.id())),
        call.winner() == null ? null : "S" + call.winner(),
        price == null ? null : new Money(price, call.currency()).text(),
        call.taken());
  }

  private static String state(CallRecord call, Instant now) {
    if (call.settledAt() != null) {
      return "settled";
    }
    return call.closedAt() != null ? "closed" : call.isOver(now) ? "over" : "open";
  }

  private static List<CallBidView> bids(List<LogLine> log) {
    var amounts = new HashMap<String, String>();
    for (LogLine line : log) {
      if (line.deed().equals("bid-opened")) {
        amounts.put(fact(line, "seller"), fact(line, "amount"));
      }
    }
    var bids = new ArrayList<CallBidView>();
    for (LogLine line : log.reversed()) {
      if (line.deed().equals("bid") || line.deed().equals("withdrawn")) {
        String seller = fact(line, "seller");
        String amount = line.deed().equals("bid") ? amounts.remove(seller) : null;
        bids.addFirst(view(line, seller, amount));
      }
    }
    return bids;
  }

  private static CallBidView view(LogLine line, String seller, @Nullable String amount) {
    return new CallBidView(seller, line.deed(), line.at(), fact(line, "commitment"), amount);
  }

  private static String fact(LogLine line, String key) {
    return line.facts().getOrDefault(key, "");
  }
}
