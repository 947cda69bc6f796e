package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void of_digitsOfEachCurrency_areItsOwn() {
    assertThat(Money.of("12.5 GBP")).isEqualTo(new Money(1250, "GBP"));
    assertThat(Money.of("100000 JPY").minor()).isEqualTo(100_000);
    assertThat(Money.of("-0.005 KWD")).isEqualTo(new Money(-5, "KWD"));
    assertThat(new Money(-5, "GBP").text()).isEqualTo("-0.05 GBP");
  }

  @Test
  void of_partOfTheLeastUnit_isRefusedAndNeverRounded() {
    assertThatThrownBy(() -> Money.of("12.505 GBP"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Amounts in GBP have at most 2 digits after the point.");
    assertThatThrownBy(() -> Money.of("1.5 JPY")).hasMessage("Amounts in JPY are whole.");
    assertThatThrownBy(() -> Money.of("5 QQQ")).hasMessageContaining("QQQ is no currency");
    assertThatThrownBy(() -> Money.of("£5")).hasMessageContaining("12.50 GBP");
  }

  @Test
  void split_thirdsOfTen_loseNoPenny() {
    var thirds = Money.of("10.00 GBP").split(1, 1, 1);

    assertThat(thirds).extracting(Money::minor).containsExactly(334L, 333L, 333L);
    assertThat(new Money(-100, "GBP").split(2, 1).toString()).contains("-67", "-33");
  }

  @Test
  void plus_anotherCurrency_isRefused() {
    assertThatThrownBy(() -> Money.of("1 GBP").plus(Money.of("1 EUR")))
        .hasMessageContaining("do not meet");
  }

  @Test
  void localTime_leaptOverInSpring_isRefusedByNameAndTwiceInAutumnIsTheFirst() {
    var berlin = ZoneId.of("Europe/Berlin");

    assertThatThrownBy(() -> LocalTimes.at("startsAt", "2027-03-28T02:30", berlin))
        .hasMessage(
            "02:30 does not exist on 2027-03-28 in Europe/Berlin: the clock goes from 02:00 to"
                + " 03:00.");
    var autumn = LocalTimes.at("startsAt", "2026-10-25T02:30", berlin);
    assertThat(autumn).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(LocalTimes.twice(autumn, berlin)).isTrue();
  }
}
