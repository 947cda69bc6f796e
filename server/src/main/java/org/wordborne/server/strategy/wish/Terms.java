package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.strategy.auction.Commitment;
import org.wordborne.server.strategy.wish.Wish.Purchase;

/// What sellers bid on, in words.
final class Terms {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter GERMAN_TIME =
      DateTimeFormatter.ofPattern("d. MMM uuuu, HH:mm:ss 'UTC'", Locale.GERMAN)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GERMAN_DAY =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);

  private static final String TERMS =
      """
      %s
      How many: %d. Where: %s. By: %s. Price in %s, for all of it, with every tax and delivery.\
      """;
  private static final String GERMAN_TERMS =
      """
      %s
      Anzahl: %d. Ort: %s. Bis: %s. Preis in %s für alles zusammen, mit allen Steuern und der \
      Lieferung.\
      """;

  private Terms() {}

  static String of(Wish wish) {
    Purchase purchase = wish.purchase();
    return purchase == null
        ? wish.text()
        : wish.language()
            .words(TERMS, GERMAN_TERMS)
            .formatted(
                wish.text(),
                purchase.quantity(),
                purchase.place(),
                wish.language().german()
                    ? GERMAN_DAY.format(purchase.day())
                    : purchase.day().toString(),
                purchase.currency());
  }

  /// By this the log is tied to the words, without holding them.
  static String digest(String terms) {
    return Commitment.digest(terms);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String time(Instant at, PageLanguage say) {
    return say.german() ? GERMAN_TIME.format(at) : TIME.format(at);
  }
}
