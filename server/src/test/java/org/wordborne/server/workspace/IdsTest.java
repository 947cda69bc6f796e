package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void next_anyTime_isOfVersionSevenAndCarriesIt() {
    UUID id = new Ids(InstantSource.fixed(NOON), new SplittableRandom(1)).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void next_clockSetBack_stillRises() {
    var now = new AtomicReference<>(NOON);
    var ids = new Ids(now::get, new SplittableRandom(1));

    UUID before = ids.next();
    now.set(NOON.minusSeconds(3600));
    UUID after = ids.next();

    assertThat(after.toString()).isGreaterThan(before.toString());
  }

  @Test
  void next_manyThreadsInOneMillisecond_areAllDifferent() {
    var ids = new Ids(InstantSource.fixed(NOON), new SplittableRandom(1));
    var seen = ConcurrentHashMap.<Long>newKeySet();

    IntStream.range(0, 20_000)
        .parallel()
        .forEach(_ -> seen.add(ids.next().getMostSignificantBits()));

    assertThat(seen).hasSize(20_000);
  }
}
