package org.wordborne.server.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingDrawsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final WaitingDraws waiting = new WaitingDraws();
  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @Test
  void toSay_relaySilentForTwoHours_isSaidOnceAndOnceAnHourWithTheCount() {
    var said =
        IntStream.range(0, 121)
            .mapToObj(
                minute -> {
                  Instant now = NOON.plusSeconds(60L * minute);
                  waiting.failed(one, "No relay gave it.", now);
                  waiting.failed(other, "No relay gave it.", now);
                  return waiting.toSay(now);
                })
            .flatMap(java.util.Optional::stream)
            .toList();

    assertThat(said).hasSize(3).containsOnly("2 draws are due and wait. No relay gave it.");
  }

  @Test
  void toSay_afterTheOutage_saysSoAndBeginsAnew() {
    waiting.failed(one, "No relay gave it.", NOON);
    waiting.toSay(NOON);
    waiting.drawn(one);

    assertThat(waiting.toSay(NOON.plusSeconds(60))).contains("No draw waits any more.");
    assertThat(waiting.toSay(NOON.plusSeconds(120))).isEmpty();
    assertThat(waiting.failed(one, "Again.", NOON.plusSeconds(180))).isTrue();
    assertThat(waiting.toSay(NOON.plusSeconds(180))).contains("1 draws are due and wait. Again.");
  }

  @Test
  void toSay_aDrawThatIsTriedNoMore_isForgotten() {
    waiting.failed(one, "No relay gave it.", NOON);
    waiting.toSay(NOON);

    assertThat(waiting.toSay(NOON.plusSeconds(601))).contains("No draw waits any more.");
  }
}
