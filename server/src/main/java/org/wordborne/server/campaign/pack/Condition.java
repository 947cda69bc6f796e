package org.wordborne.server.campaign.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Money;

/// When a rule speaks. A fact that is a list meets a comparison when one of its values does.
public sealed interface Condition {
  /// What is known: the facts, and what rules before this one found.
  ///
  /// @param found ids of rules that spoke
  /// @param open ids of rules that could not tell
  record Known(Facts facts, Set<String> found, Set<String> open) {}

  /// Whether it holds; adds the facts that would decide it to `missing` where that is not known.
  Truth holds(Known known, Set<String> missing);

  /// All of them hold.
  record All(List<Condition> parts) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return joined(parts, known, missing, Truth.NO, Truth.YES);
    }
  }

  /// One of them holds.
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return joined(parts, known, missing, Truth.YES, Truth.NO);
    }
  }

  /// It does not hold.
  record Not(Condition part) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return part.holds(known, missing).not();
    }
  }

  /// The fact has that value.
  record Is(String fact, Object value) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return compared(fact, known, missing, held -> Truth.of(among(held, Set.of(value))));
    }
  }

  /// The fact has one of these values; of `findings`, an earlier rule spoke.
  record In(String fact, Set<Object> values) implements Condition {
    static final String FINDINGS = "findings";

    @Override
    public Truth holds(Known known, Set<String> missing) {
      if (!fact.equals(FINDINGS)) {
        return compared(fact, known, missing, held -> Truth.of(among(held, values)));
      }
      if (values.stream().anyMatch(id -> known.found().contains(id.toString()))) {
        return Truth.YES;
      }
      return values.stream().anyMatch(id -> known.open().contains(id.toString()))
          ? Truth.UNKNOWN
          : Truth.NO;
    }
  }

  /// The amount, or the number, is more.
  record Over(String fact, Object line) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return Amounts.compared(fact, line, known, missing, sign -> sign > 0);
    }

    /// Whether an amount is not over the line, but within 10 % of it.
    boolean isNear(Known known) {
      return Amounts.isNear(fact, line, known.facts());
    }
  }

  /// The amount, or the number, is as much or more.
  record AtLeast(String fact, Object line) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return Amounts.compared(fact, line, known, missing, sign -> sign >= 0);
    }
  }

  /// The day lies before another, which is a day or the name of a fact.
  record Before(String fact, String other) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      Optional<LocalDate> day = known.facts().day(fact);
      Optional<LocalDate> line = isFact() ? known.facts().day(other) : fixed();
      if (day.isEmpty()) {
        missing.add(fact);
      }
      if (line.isEmpty()) {
        missing.add(other);
      }
      return day.isEmpty() || line.isEmpty()
          ? Truth.UNKNOWN
          : Truth.of(day.get().isBefore(line.get()));
    }

    boolean isFact() {
      return FactName.named(other).isPresent();
    }

    private Optional<LocalDate> fixed() {
      return Optional.of(LocalDate.parse(other));
    }
  }

  /// The fact is known.
  record Exists(String fact, boolean wanted) implements Condition {
    @Override
    public Truth holds(Known known, Set<String> missing) {
      return Truth.of(known.facts().get(fact).isPresent() == wanted);
    }
  }

  /* One decisive part decides, whatever is not known of the others. */
  private static Truth joined(
      List<Condition> parts, Known known, Set<String> missing, Truth decisive, Truth otherwise) {
    var open = new java.util.TreeSet<String>();
    Truth all = otherwise;
    for (Condition part : parts) {
      Truth one = part.holds(known, open);
      if (one == decisive) {
        return decisive;
      }
      if (one == Truth.UNKNOWN) {
        all = Truth.UNKNOWN;
      }
    }
    if (all == Truth.UNKNOWN) {
      missing.addAll(open);
    }
    return all;
  }

  /// Compares a known value.
  interface Comparison {
    /// Whether it holds for the value.
    Truth of(Object held);
  }

  private static Truth compared(
      String fact, Known known, Set<String> missing, Comparison comparison) {
    Object held = known.facts().get(fact).orElse(null);
    if (held == null) {
      missing.add(fact);
      return Truth.UNKNOWN;
    }
    return comparison.of(held);
  }

  private static boolean among(Object held, Set<Object> values) {
    return held instanceof List<?> list
        ? list.stream().anyMatch(values::contains)
        : values.contains(held);
  }

  /* Amounts and numbers against a line. */
  final class Amounts {
    private static final BigDecimal NEAR = new BigDecimal("0.9");

    private Amounts() {}

    /* Which signs of the comparison make it hold. */
    interface Wanted {
      boolean holds(int sign);
    }

    static Truth compared(
        String fact, Object line, Known known, Set<String> missing, Wanted wanted) {
      if (!(line instanceof Money money)) {
        return Condition.compared(
            fact,
            known,
            missing,
            held -> Truth.of(wanted.holds(Long.compare((Long) held, (Long) line))));
      }
      Money amount = known.facts().money(fact).orElse(null);
      if (amount == null) {
        missing.add(fact);
        return Truth.UNKNOWN;
      }
      BigDecimal inLine = inCurrency(amount, money.currency(), known.facts());
      if (inLine == null) {
        missing.add("rate." + amount.currency() + "." + money.currency());
        return Truth.UNKNOWN;
      }
      return Truth.of(wanted.holds(inLine.compareTo(decimal(money))));
    }

    static boolean isNear(String fact, Object line, Facts facts) {
      Money amount = facts.money(fact).orElse(null);
      if (!(line instanceof Money money) || amount == null) {
        return false;
      }
      BigDecimal inLine = inCurrency(amount, money.currency(), facts);
      return inLine != null
          && inLine.compareTo(decimal(money)) <= 0
          && inLine.compareTo(decimal(money).multiply(NEAR)) >= 0;
    }

    static @Nullable BigDecimal inCurrency(Money amount, String currency, Facts facts) {
      BigDecimal rate = facts.rate(amount.currency(), currency);
      return rate == null ? null : decimal(amount).multiply(rate);
    }

    static BigDecimal decimal(Money amount) {
      return BigDecimal.valueOf(amount.minor(), amount.digits());
    }
  }
}
