package org.wordborne.server.topic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What many topics leave out. Those with a query are found by the words; the others are judged
/// by who spoke and how.
public enum Preset {
  /// Job adverts.
  JOBS(
      """
      (hiring OR "job offer" OR "job opening" OR vacancy OR vacancies OR "apply now" OR barista* \
      NEAR/4 wanted OR "part time" OR "full time" OR "send your cv" OR "join our team" \
      OR stellenangebot OR stellenanzeige OR aushilfe OR minijob OR "wir suchen" NEAR/6 team \
      OR "bewirb dich" OR bewerbung OR vollzeit OR teilzeit)"""),
  /// Coupons and resellers.
  COUPONS(
      """
      (coupon* OR voucher* OR "promo code" OR "discount code" OR "% off" OR "percent off" \
      OR gutschein* OR rabattcode* OR rabattaktion* OR "prozent rabatt")"""),
  /// Market research that offers money for answers.
  SURVEYS(
      """
      ((survey* OR questionnaire* OR umfrage*) AND (win OR prize OR voucher* OR reward* OR paid \
      OR gewinn* OR verlos* OR gutschein* OR belohn*))"""),
  /// Our own accounts.
  OWN(""),
  /// Repeats without a word added.
  REPOSTS(""),
  /// Spam and bots.
  SPAM("");

  private static final List<Preset> NEVER = List.of(JOBS, COUPONS, SURVEYS, OWN);
  private static final List<Preset> HIDE = List.of(REPOSTS, SPAM, OWN);

  private final String query;

  Preset(String query) {
    this.query = query;
  }

  /// The word that the API uses.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The query that finds it; "" where it is judged otherwise.
  public String query() {
    return query;
  }

  /// The preset of that word.
  public static Optional<Preset> of(String word) {
    return Arrays.stream(values()).filter(preset -> preset.word().equals(word)).findFirst();
  }

  /// Those that can be never collected.
  public static List<Preset> neverCollected() {
    return NEVER;
  }

  /// Those that can be hidden.
  public static List<Preset> hidden() {
    return HIDE;
  }
}
