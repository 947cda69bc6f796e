package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeaconCheckTest {
  private static final BeaconChain QUICKNET = BeaconChain.quicknet();

  @Test
  void holds_publishedRounds_isTrue() {
    assertThat(BeaconCheck.holds(QUICKNET, 1000, OatWeek.ROUND_1000)).isTrue();
    assertThat(BeaconCheck.holds(QUICKNET, 657_413, OatWeek.ROUND_657413)).isTrue();
  }

  @Test
  void holds_anotherRoundOrNoSignature_isFalse() {
    byte[] flipped = OatWeek.ROUND_1000.clone();
    flipped[47] ^= 1;

    assertThat(BeaconCheck.holds(QUICKNET, 1001, OatWeek.ROUND_1000)).isFalse();
    assertThat(BeaconCheck.holds(QUICKNET, 1000, OatWeek.ROUND_657413)).isFalse();
    assertThat(BeaconCheck.holds(QUICKNET, 1000, flipped)).isFalse();
    assertThat(BeaconCheck.holds(QUICKNET, 1000, new byte[48])).isFalse();
    assertThat(BeaconCheck.holds(QUICKNET, 1000, new byte[3])).isFalse();
  }

  @Test
  void holds_pointAtInfinity_isFalse() {
    byte[] infinity = new byte[48];
    infinity[0] = (byte) 0xc0;

    assertThat(BeaconCheck.holds(QUICKNET, 1000, infinity)).isFalse();
  }

  @Test
  void roundAt_timesAroundADueRound_isTheNextThatIsDue() {
    var due = QUICKNET.dueAt(657_413);

    assertThat(due).isEqualTo(Instant.ofEpochSecond(1_692_803_367L + 657_412 * 3));
    assertThat(QUICKNET.roundAt(due)).isEqualTo(657_413);
    assertThat(QUICKNET.roundAt(due.plusMillis(1))).isEqualTo(657_414);
    assertThat(QUICKNET.roundAt(due.minusSeconds(2))).isEqualTo(657_413);
  }
}
