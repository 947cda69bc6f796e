package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.conversation.AskTimes.AskTime;
import org.wordborne.server.result.ResponseTimes.Quantile;

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

  /* The same data, with the published errors .0764 (6), .1068 (13), .1141 (16), .1282 (22) and
  .1346 (23): S − 1.645 se is .514 at 13 and .440 at 16; S + 1.645 se is .670 at 23, the last. */
  @Test
  void until_remissionsOfFreireich_haveAnOpenUpperEnd() {
    int[] weeks = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    int[] still = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    var half = ResponseTimes.of(asks(weeks, still), NOW).until(.5);

    assertThat(half).isEqualTo(new Quantile(23.0, 16.0, null));
  }

  /* The other 21, on placebo, all of them back: S is left / 21, se = √(S(1 − S)/21). Half: .498 at 4
  and .609 at 3 less 1.645 se; .448 at 11 and .555 at 8 with it. Nine in ten: .124 at 11 and .050 at
  12; still .124 at 22, and at 23, where nobody is left, no variance is defined. */
  @Test
  void until_placeboOfFreireich_closesOnlyWhereSomeAreLeft() {
    int[] weeks = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    var times = ResponseTimes.of(asks(weeks, new int[0]), NOW);

    assertThat(times.until(.5)).isEqualTo(new Quantile(8.0, 4.0, 11.0));
    assertThat(times.until(.1)).isEqualTo(new Quantile(17.0, 12.0, null));
  }

  @Test
  void until_fiveAnswers_hasNoInterval() {
    var half = ResponseTimes.of(asks(new int[] {1, 2, 3, 4, 100}, new int[0]), NOW).until(.5);

    assertThat(half).isEqualTo(new Quantile(3.0, null, null));
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
