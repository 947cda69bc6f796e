package org.wordborne.server.workspace.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordborne.server.workspace.condition.DiskLimits.Room.ENOUGH;
import static org.wordborne.server.workspace.condition.DiskLimits.Room.FULL;
import static org.wordborne.server.workspace.condition.DiskLimits.Room.LOW;

import org.junit.jupiter.api.Test;
import org.wordborne.server.workspace.condition.DiskLimits.Room;

class DiskLimitsTest {
  private static final long MB = 1L << 20;
  private static final long GB = 1L << 30;

  @Test
  void judge_smallDisk_restsBelowOneGigabyte() {
    assertThat(judge(3 * GB, 8 * GB)).isEqualTo(ENOUGH);
    assertThat(judge(2 * GB - 1, 8 * GB)).isEqualTo(LOW);
    assertThat(judge(GB - 1, 8 * GB)).isEqualTo(FULL);
  }

  @Test
  void judge_diskOf100Gigabytes_takesShares() {
    assertThat(judge(11 * GB, 100 * GB)).isEqualTo(ENOUGH);
    assertThat(judge(9 * GB, 100 * GB)).isEqualTo(LOW);
    assertThat(judge(4 * GB, 100 * GB)).isEqualTo(FULL);
  }

  @Test
  void judge_diskOf10Terabytes_asksForNoShareOfIt() {
    assertThat(judge(21 * GB, 10_000 * GB)).isEqualTo(ENOUGH);
    assertThat(judge(11 * GB, 10_000 * GB)).isEqualTo(LOW);
  }

  @Test
  void judge_justAboveTheLimitAgain_goesOnResting() {
    assertThat(DiskLimits.judge(GB + 50 * MB, 8 * GB, FULL)).isEqualTo(FULL);
    assertThat(DiskLimits.judge(GB + 200 * MB, 8 * GB, FULL)).isEqualTo(LOW);
  }

  private static Room judge(long free, long total) {
    return DiskLimits.judge(free, total, ENOUGH);
  }
}
