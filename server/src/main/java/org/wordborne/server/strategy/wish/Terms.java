package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wordborne.server.strategy.auction.Commitment;
import org.wordborne.server.strategy.wish.Wish.Purchase;

/// What sellers bid on, in words.
final class Terms {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Terms() {}

  static String of(Wish wish) {
    Purchase purchase = wish.purchase();
    return purchase == null
        ? wish.text()
        : """
          %s
          How many: %d. Where: %s. By: %s. Price in %s, for all of it, with every tax and delivery.\
          """
            .formatted(
                wish.text(),
                purchase.quantity(),
                purchase.place(),
                purchase.day(),
                purchase.currency());
  }

  /// By this the log is tied to the words, without holding them.
  static String digest(String terms) {
    return Commitment.digest(terms);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
