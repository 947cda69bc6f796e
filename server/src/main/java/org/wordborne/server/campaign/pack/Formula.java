package org.wordborne.server.campaign.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/* An amount worked out of facts, in the currency of the amount it is held against. */
sealed interface Formula {
  /* Null where a fact is missing, whose name is added. */
  @Nullable BigDecimal in(String currency, Facts facts, Set<String> missing);

  record Fixed(Money amount) implements Formula {
    @Override
    public @Nullable BigDecimal in(String currency, Facts facts, Set<String> missing) {
      return converted(amount, currency, facts, missing);
    }
  }

  record Fact(String name) implements Formula {
    @Override
    public @Nullable BigDecimal in(String currency, Facts facts, Set<String> missing) {
      Money amount = facts.money(name).orElse(null);
      if (amount == null) {
        missing.add(name);
        return null;
      }
      return converted(amount, currency, facts, missing);
    }
  }

  record Times(BigDecimal factor, Formula of) implements Formula {
    @Override
    public @Nullable BigDecimal in(String currency, Facts facts, Set<String> missing) {
      BigDecimal amount = of.in(currency, facts, missing);
      return amount == null ? null : amount.multiply(factor);
    }
  }

  record Min(List<Formula> parts) implements Formula {
    @Override
    public @Nullable BigDecimal in(String currency, Facts facts, Set<String> missing) {
      BigDecimal least = null;
      boolean known = true;
      for (Formula part : parts) {
        BigDecimal one = part.in(currency, facts, missing);
        known &= one != null;
        least = one != null && (least == null || one.compareTo(least) < 0) ? one : least;
      }
      return known ? least : null;
    }
  }

  private static @Nullable BigDecimal converted(
      Money amount, String currency, Facts facts, Set<String> missing) {
    BigDecimal there = Condition.Amounts.inCurrency(amount, currency, facts);
    if (there == null) {
      missing.add("rate." + amount.currency() + "." + currency);
    }
    return there;
  }
}
