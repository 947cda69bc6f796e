package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.mention.LiveEvents.Changed;
import org.wordborne.server.mention.LiveEvents.Words;

/// A page that comes back is told what it missed.
class LiveLogTest {
  private static final Duration NOW = Duration.ofMillis(1);
  private final LiveLog log = new LiveLog();

  @Test
  void after_severalOfAKind_areOneWithAllOfThem() throws Exception {
    log.add("words", new Words(7, 2, Instant.EPOCH));
    log.add("sources", new Changed(Set.of("a")));
    log.add("words", new Words(9, 1, Instant.EPOCH.plusSeconds(1)));
    log.add("sources", new Changed(Set.of("b")));

    var told = log.after(0, NOW).orElseThrow();

    assertThat(told.upTo()).isEqualTo(4);
    assertThat(told.events())
        .containsEntry("words", new Words(9, 3, Instant.EPOCH.plusSeconds(1)))
        .containsEntry("sources", new Changed(Set.of("a", "b")));
    assertThat(log.after(4, NOW).orElseThrow().events()).isEmpty();
    assertThat(log.after(3, NOW).orElseThrow().events()).containsOnlyKeys("sources");
  }

  @Test
  void after_moreThanIsKept_isNotKnown() throws Exception {
    IntStream.rangeClosed(0, LiveLog.KEPT).forEach(i -> log.add("words", i));

    assertThat(log.after(0, NOW)).isEmpty();
    assertThat(log.after(1, NOW)).isPresent();
  }

  @Test
  void after_aNumberThatNeverWas_isNotKnown() throws Exception {
    assertThat(log.after(1, NOW)).isEmpty();
    assertThat(log.after(-1, NOW)).isEmpty();
  }

  @Test
  void after_hundredReconnectsWhileMuchHappens_losesNothing() throws Exception {
    var teller =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < LiveLog.KEPT; i++) {
                log.add("changed", new Changed(Set.of("n" + i)));
                Thread.onSpinWait();
              }
            });
    var heard = new HashSet<String>();
    long seen = 0;
    for (int connection = 0; connection < 100 || !teller.isDone() || seen < log.last(); ) {
      var told = log.after(seen, NOW).orElseThrow();
      told.events().values().forEach(event -> heard.addAll(((Changed) event).changed()));
      seen = told.upTo();
      connection++;
    }

    assertThat(heard)
        .isEqualTo(
            IntStream.range(0, LiveLog.KEPT).mapToObj(i -> "n" + i).collect(Collectors.toSet()));
  }
}
