package org.wordborne.server.workspace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An exact amount: whole minor units of one currency, as 24000 pence for 240.00 GBP.
///
/// Amounts of two currencies never meet; a sum that does not fit is refused, never rounded.
///
/// @param minor the amount in the least unit of the currency; may be below zero
/// @param currency its code after ISO 4217, as `GBP`
public record Money(long minor, String currency) implements Comparable<Money> {
  private static final Pattern TEXT =
      Pattern.compile("(-?)(\\d{1,15})(?:\\.(\\d{1,4}))? ([A-Z]{3})");

  /// Refuses a currency that is none.
  public Money {
    digits(currency);
  }

  /// Reads `12.50 GBP`; a fraction has at most as many digits as the currency.
  ///
  /// @throws BadInputException if it is no amount
  public static Money of(String text) {
    return of("amount", text);
  }

  /// Reads an amount out of a field, which the refusal names.
  ///
  /// @throws BadInputException if it is no amount
  public static Money of(String field, String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new BadInputException(field, text, "An amount is a number and a currency: 12.50 GBP.");
    }
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    int digits = digitsOf(field, text, matcher.group(4));
    if (fraction.length() > digits) {
      throw new BadInputException(
          field,
          text,
          digits == 0
              ? "Amounts in " + matcher.group(4) + " are whole."
              : "Amounts in "
                  + matcher.group(4)
                  + " have at most "
                  + digits
                  + " digits after"
                  + " the point.");
    }
    String units = matcher.group(2) + fraction + "0".repeat(digits - fraction.length());
    long minor = Long.parseLong(units);
    return new Money(matcher.group(1).isEmpty() ? minor : -minor, matcher.group(4));
  }

  /// Nothing of a currency.
  public static Money none(String currency) {
    return new Money(0, currency);
  }

  /// Both together.
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  /// This without the other.
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  /// This, so many times.
  public Money times(long count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  /// Shares by weight that sum to this again: whole units first, then one more each to those who
  /// were cut most, the earlier first.
  public List<Money> split(int... weights) {
    long whole = IntStream.of(weights).mapToLong(weight -> weight).sum();
    if (whole <= 0 || IntStream.of(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("weights are 0 or more, and one of them is more");
    }
    long[] shares = new long[weights.length];
    long[] cut = new long[weights.length];
    long left = minor;
    for (int i = 0; i < weights.length; i++) {
      var product = java.math.BigInteger.valueOf(minor).multiply(big(weights[i]));
      var parts = product.divideAndRemainder(big(whole));
      shares[i] = parts[0].longValueExact();
      cut[i] = Math.abs(parts[1].longValueExact());
      left -= shares[i];
    }
    long step = Long.signum(left);
    List<Integer> most =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> cut[i]).reversed())
            .toList();
    for (int i = 0; i < Math.abs(left); i++) {
      shares[most.get(i)] += step;
    }
    var list = new ArrayList<Money>();
    for (long share : shares) {
      list.add(new Money(share, currency));
    }
    return List.copyOf(list);
  }

  private static java.math.BigInteger big(long number) {
    return java.math.BigInteger.valueOf(number);
  }

  /// The amount as [#of] reads it.
  public String text() {
    return BigDecimal.valueOf(minor, digits()).toPlainString() + " " + currency;
  }

  /// How many digits stand after the point: 2 for GBP, 0 for JPY, 3 for KWD.
  public int digits() {
    return digits(currency);
  }

  /// Compares amounts of one currency.
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  private Money same(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "amounts in " + currency + " and " + other.currency + " do not meet");
    }
    return other;
  }

  private static int digits(String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    if (digits < 0) {
      throw new IllegalArgumentException(currency + " is no currency to pay in");
    }
    return digits;
  }

  private static int digitsOf(String field, String text, String currency) {
    try {
      return digits(currency);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException(
          field, text, currency + " is no currency; right are codes as GBP, EUR, USD.");
    }
  }
}
