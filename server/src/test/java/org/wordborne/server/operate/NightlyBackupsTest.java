package org.wordborne.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.operate.NightlyBackups.Past;

class NightlyBackupsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// The hour is three in Berlin: 02:00 UTC in winter, 01:00 in summer.
  @ParameterizedTest(name = "{4}: now {0}, good {1}, tried {2} -> {3}")
  @CsvSource({
    "2026-11-22T01:59:00Z, 2026-11-21T02:00:10Z, 2026-11-21T02:00:10Z, false, before the hour",
    "2026-11-22T02:01:00Z, 2026-11-21T02:00:10Z, 2026-11-21T02:00:10Z, true, at the hour",
    "2026-11-22T02:05:00Z, 2026-11-22T02:01:10Z, 2026-11-22T02:01:10Z, false, done already",
    "2026-11-22T09:00:00Z, 2026-11-20T02:00:10Z, 2026-11-20T02:00:10Z, true, missed at night",
    "2026-11-22T02:30:00Z, 2026-11-21T02:00:10Z, 2026-11-22T02:01:00Z, false, failed just now",
    "2026-11-22T03:02:00Z, 2026-11-21T02:00:10Z, 2026-11-22T02:01:00Z, true, failed an hour ago",
    "2026-07-01T01:01:00Z, 2026-06-30T01:00:10Z, 2026-06-30T01:00:10Z, true, in summer",
    "2026-11-22T02:01:00Z, 2027-11-22T02:00:10Z, 2027-11-22T02:00:10Z, true, clock was a year on",
    "2026-11-22T02:01:00Z, , , true, never before",
  })
  void isDue_byClockAndPast_isOnceADay(
      Instant now, Instant good, Instant tried, boolean due, String why) {
    var past = new Past(good, tried, Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(NightlyBackups.isDue(now, BERLIN, 3, past)).as(why).isEqualTo(due);
  }

  @Test
  void isDue_firstDay_waitsForItsHour() {
    var begun = new Past(null, null, Instant.parse("2026-11-22T12:00:00Z"));

    assertThat(NightlyBackups.isDue(Instant.parse("2026-11-22T13:00:00Z"), BERLIN, 3, begun))
        .isFalse();
    assertThat(NightlyBackups.isDue(Instant.parse("2026-11-23T02:00:01Z"), BERLIN, 3, begun))
        .isTrue();
  }
}
