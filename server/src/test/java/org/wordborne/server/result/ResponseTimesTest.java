package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.conversation.AskTimes.AskTime;

class ResponseTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /* Freireich and others, Blood 1963: weeks in remission of 21 patients on 6-MP, + still in it.
  The product-limit estimate is in every textbook: S(6) = .857, S(22) = .538, S(23) = .448. */
  @Test
  void until_remissionsOfFreireich_haveTheirPublishedMedian() {
    int[] weeks = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    int[] still = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    var times = ResponseTimes.of(asks(weeks, still), NOW);

    assertThat(times.until(.5).minutes()).isEqualTo(23);
    assertThat(times.until(.858).minutes()).isEqualTo(6);
    assertThat(times.until(.539).minutes()).isEqualTo(22);
    assertThat(times.until(.1).minutes()).isNull();
  }

  @Test
  void until_nobodyWaits_isTheMiddleOne() {
    var times = ResponseTimes.of(asks(new int[] {1, 2, 3, 4, 100}, new int[0]), NOW);

    assertThat(times.until(.5).minutes()).isEqualTo(3);
    assertThat(times.until(.1).minutes()).isEqualTo(100);
  }

  @Test
  void until_moreThanHalfWait_isNotKnown() {
    var times = ResponseTimes.of(asks(new int[] {1, 2}, new int[] {5, 5, 5}), NOW);

    assertThat(times.until(.5).minutes()).isNull();
  }

  private static List<AskTime> asks(int[] answered, int[] waiting) {
    var asks = new ArrayList<AskTime>();
    for (int minutes : answered) {
      Instant at = NOW.minusSeconds(86_400);
      asks.add(new AskTime(UUID.randomUUID(), at, at.plusSeconds(60L * minutes)));
    }
    for (int minutes : waiting) {
      asks.add(new AskTime(UUID.randomUUID(), NOW.minusSeconds(60L * minutes), null));
    }
    return asks;
  }
}
