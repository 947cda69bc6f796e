package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wishes, most wished first.
///
/// @param board the address of the public board
/// @param mail whether mail leaves this server, without which no seller is invited
public record WishesView(String board, boolean mail, List<WishView> wishes) {

  /// A wish.
  ///
  /// @param state heard, planned, offered, done, no
  /// @param votes one from each connection
  /// @param aside whether it waits for one of you to look, being sent faster than people type
  /// @param contact whether its poster left an address, and said by its link that it is theirs
  /// @param purchase what is to be bought; null for a wish that is none
  /// @param call null until its poster opened it
  public record WishView(
      UUID id,
      int number,
      String text,
      String state,
      int votes,
      String answer,
      String answeredBy,
      @Nullable Instant answeredAt,
      boolean aside,
      boolean contact,
      Instant postedAt,
      @Nullable PurchaseView purchase,
      List<SellerView> sellers,
      @Nullable CallView call) {}

  /// What is to be bought. What it may cost is the buyer's own secret.
  public record PurchaseView(int quantity, String place, LocalDate day, String currency) {}

  /// A seller who was invited.
  public record SellerView(String seller, String name, String mail) {}

  /// A call for offers. Before its end it holds no amount, for nobody.
  ///
  /// @param state open, over (its bids are being opened), closed, settled
  /// @param bids in the order of receipt; of each seller all
  /// @param winner S1, S2 …; null before the close, or where none was low enough
  /// @param taken whether the buyer took it; null until then
  public record CallView(
      UUID id,
      String state,
      Instant openedAt,
      Instant endsAt,
      List<CallBidView> bids,
      @Nullable String winner,
      @Nullable String price,
      @Nullable Boolean taken) {}

  /// A bid.
  ///
  /// @param deed bid, withdrawn
  /// @param amount null before the close, and for bids that did not stand then
  public record CallBidView(
      String seller, String deed, Instant at, String commitment, @Nullable String amount) {}
}
