package org.wordborne.server.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.result.ResultsView.CampaignCost;
import org.wordborne.server.result.ResultsView.CostOfOne;
import org.wordborne.server.workspace.Money;

/// Exact sums of money; only a quotient is rounded, to the least unit.
final class Costs {
  private static final int MINUTES = 60;
  private static final double LEAST = .05;

  private Costs() {}

  static CampaignCost of(Ran campaign, Optional<Money> hour) {
    Money whole = whole(campaign, hour);
    return new CampaignCost(
        spent(campaign, hour).text(),
        campaign.minutes(),
        hour.map(Money::text).orElse(null),
        whole == null ? null : whole.text());
  }

  /// Money and hours together; null where hours have no price, or one in another currency.
  static @Nullable Money whole(Ran campaign, Optional<Money> hour) {
    Money spent = spent(campaign, hour);
    if (campaign.minutes() == 0) {
      return spent;
    }
    if (hour.isEmpty() || !hour.get().currency().equals(spent.currency())) {
      return null;
    }
    var work =
        BigDecimal.valueOf(hour.get().minor())
            .multiply(BigDecimal.valueOf(campaign.minutes()))
            .divide(BigDecimal.valueOf(MINUTES), 0, RoundingMode.HALF_EVEN);
    return spent.plus(new Money(work.longValueExact(), hour.get().currency()));
  }

  /* Nothing is nothing in every currency. */
  private static Money spent(Ran campaign, Optional<Money> hour) {
    return campaign.spent().minor() == 0 && hour.isPresent()
        ? Money.none(hour.get().currency())
        : campaign.spent();
  }

  /// What one of so many cost; null where nothing was spent, or nothing was won for certain.
  static @Nullable CostOfOne each(
      @Nullable Money whole, @Nullable Double count, @Nullable Double low, @Nullable Double high) {
    if (whole == null || whole.minor() == 0 || count == null || low == null || high == null) {
      return null;
    }
    if (count < LEAST) {
      return null;
    }
    return new CostOfOne(
        share(whole, count).text(),
        share(whole, high).text(),
        low < LEAST ? null : share(whole, low).text());
  }

  static Money share(Money whole, double count) {
    var one =
        BigDecimal.valueOf(whole.minor())
            .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_EVEN);
    return new Money(one.longValueExact(), whole.currency());
  }
}
