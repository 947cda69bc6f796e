package org.wordborne.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CascadeTest {
  @Test
  void at_anyAge_countsThoseNotAfterIt() {
    var cascade = Cascade.of(new double[] {0, 10, 10, 400}, null);

    assertThat(cascade.size()).isEqualTo(3);
    assertThat(cascade.at(9).seen()).isZero();
    assertThat(cascade.at(10).seen()).isEqualTo(2);
    assertThat(cascade.at(1e9).seen()).isEqualTo(3);
  }

  @Test
  void tell_clockTimes_countFromTheFirst() {
    var live = new LiveCascade();
    live.tell(1_700_000_000, 5);
    live.tell(1_700_000_060, 7);

    assertThat(live.seenBy(59)).isZero();
    assertThat(live.seenBy(60)).isEqualTo(1);
  }

  @Test
  void of_timesThatFall_areRefused() {
    assertThatThrownBy(() -> Cascade.of(new double[] {0, 5, 4}, null))
        .hasMessageContaining("telling 2");
    assertThatThrownBy(() -> Cascade.of(new double[] {1}, null)).hasMessageContaining("second 0");
  }

  @Test
  void kernel_allAges_sumToOne() {
    double sum = MemoryKernel.upTo(300); // closed form against trapezes
    for (double age = 300; age < 1e5; age *= 1.001) {
      double next = age * 1.001;
      sum += (next - age) * (MemoryKernel.density(age) + MemoryKernel.density(next)) / 2;
    }

    assertThat(sum).isCloseTo(MemoryKernel.upTo(1e5), within(1e-3));
    assertThat(MemoryKernel.upTo(1e30)).isCloseTo(1, within(1e-5));
  }

  @Test
  void parents_twoTellers_shareByAgeAndPull() {
    double old = 300 * Math.pow(2, 1 / 1.2315); // there the kernel has fallen to a half

    double[] chances = Parents.chances(new double[] {10, old, -1}, new double[] {1, 6, 99});

    assertThat(chances[0]).isCloseTo(.25, within(1e-9));
    assertThat(chances[1]).isCloseTo(.75, within(1e-9));
    assertThat(chances[2]).isZero();
  }

  @Test
  void parents_nobodyPulls_areNone() {
    assertThat(Parents.chances(new double[] {5}, new double[] {0})).containsExactly(0);
  }
}
