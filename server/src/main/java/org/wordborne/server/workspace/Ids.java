package org.wordborne.server.workspace;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: UUIDs of version 7 (RFC 9562), so that newer rows lie beside each other on disk.
///
/// The first 48 bits are milliseconds, the next 12 a counter within the millisecond, the rest
/// chance. Ids of one instance rise strictly, also when the clock is set back. Order in the
/// product is the sequence, never an id.
public final class Ids {
  private static final int COUNTER_BITS = 12;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private long lastTick;

  /// Takes time from `clock` and the tail of each id from `chance`.
  public Ids(InstantSource clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /// Returns a new id; safe for use by many threads.
  public UUID next() {
    long tick = nextTick();
    long millis = tick >>> COUNTER_BITS;
    long counter = tick & ((1 << COUNTER_BITS) - 1);
    long high = millis << 16 | 0x7000L | counter;
    long low = chance.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private synchronized long nextTick() {
    lastTick = Math.max(lastTick + 1, clock.millis() << COUNTER_BITS);
    return lastTick;
  }
}
