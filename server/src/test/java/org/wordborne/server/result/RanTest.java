package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.workspace.Money;

class RanTest {
  private static final LocalDate LATER = LocalDate.parse("2026-11-22");

  @Test
  void whole_weekOfBerlin_leavesOutBothPartsOfDays() {
    var ran = ran("2026-10-11T22:00:00Z", "2026-10-18T22:00:00Z", "Europe/Berlin");

    assertThat(ran.days()).isEqualTo(days("2026-10-12", "2026-10-18"));
    assertThat(ran.whole(LATER)).isEqualTo(days("2026-10-12", "2026-10-17"));
    assertThat(ran.eve()).isEqualTo("2026-10-10");
  }

  @Test
  void whole_afternoonToMorning_beginsWithTheDayAfter() {
    var ran = ran("2026-10-12T15:00:00Z", "2026-10-15T09:00:00Z", "UTC");

    assertThat(ran.days()).isEqualTo(days("2026-10-12", "2026-10-15"));
    assertThat(ran.whole(LATER)).isEqualTo(days("2026-10-13", "2026-10-14"));
    assertThat(ran.eve()).isEqualTo("2026-10-11");
  }

  @Test
  void whole_fromMidnight_isAllOfItsDaysThatAreOver() {
    var ran = ran("2026-10-12T00:00:00Z", "2026-10-15T00:00:00Z", "UTC");

    assertThat(ran.whole(LATER)).isEqualTo(days("2026-10-12", "2026-10-14"));
    assertThat(ran.whole(LocalDate.parse("2026-10-14")))
        .isEqualTo(days("2026-10-12", "2026-10-13"));
    assertThat(ran.whole(LocalDate.parse("2026-10-12"))).isNull();
    assertThat(ran.eve()).isEqualTo("2026-10-11");
  }

  @Test
  void whole_tenHours_isNone() {
    assertThat(ran("2026-10-12T08:00:00Z", "2026-10-12T18:00:00Z", "UTC").whole(LATER)).isNull();
  }

  /* In New York it is over on the 14th at ten in the evening, which is two in the morning of the 15th
  in UTC. */
  @Test
  void meets_endsInTheNightOfAnotherZone_isToldByMoments() {
    var west = ran("2026-10-12T04:00:00Z", "2026-10-15T02:00:00Z", "America/New_York");
    var during = ran("2026-10-15T01:00:00Z", "2026-10-16T00:00:00Z", "UTC");
    var after = ran("2026-10-15T02:00:00Z", "2026-10-16T00:00:00Z", "UTC");

    assertThat(west.days()).isEqualTo(days("2026-10-12", "2026-10-14"));
    assertThat(west.meets(during)).isTrue();
    assertThat(during.meets(west)).isTrue();
    assertThat(west.meets(after)).isFalse();
    assertThat(west.meets(days("2026-10-15", "2026-10-15"))).isTrue();
    assertThat(west.meets(days("2026-10-16", "2026-10-20"))).isFalse();
    assertThat(west.meets(days("2026-10-01", "2026-10-11"))).isFalse();
  }

  /* Ten hours of 30.00 EUR, and nothing spent beside: 300.00 EUR. */
  @Test
  void cost_nothingSpent_takesTheCurrencyOfTheHour() {
    var ran = ran("2026-10-12T00:00:00Z", "2026-10-15T00:00:00Z", "UTC");

    var cost = Costs.of(ran, Optional.of(new Money(3_000, "EUR")));

    assertThat(cost.money()).isEqualTo("0.00 EUR");
    assertThat(cost.whole()).isEqualTo("300.00 EUR");
    assertThat(Costs.of(ran, Optional.empty()).whole()).isNull();
  }

  private static Ran ran(String from, String to, String zone) {
    return new Ran(
        UUID.randomUUID(),
        "Fern",
        Instant.parse(from),
        Instant.parse(to),
        ZoneId.of(zone),
        Set.of(),
        Money.none("GBP"),
        600,
        false);
  }

  private static Days days(String from, String to) {
    return new Days(LocalDate.parse(from), LocalDate.parse(to));
  }
}
