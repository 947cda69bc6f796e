package org.wordborne.town;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/// How a town is to be opened.
///
/// @param seed decides people, opinions and words; the same seed and first day give the same past
/// @param folder where the town keeps its first day, its ports and its diary between runs
/// @param zone the visitor's zone: the town gets up and goes to bed by it
/// @param clock what time it is
/// @param portBase first of the loopback ports, one a place; 0 takes free ones (and keeps them)
/// @param speed how many times faster than life people speak, greater than 0
/// @param historyDays days of past before the first day, at least 0
public record TownOptions(
    long seed,
    Path folder,
    ZoneId zone,
    InstantSource clock,
    int portBase,
    double speed,
    int historyDays) {

  /// Checks the ranges.
  public TownOptions {
    if (speed <= 0) {
      throw new IllegalArgumentException("speed must be greater than 0, was " + speed);
    }
    if (historyDays < 0) {
      throw new IllegalArgumentException("historyDays must be at least 0, was " + historyDays);
    }
    if (portBase < 0 || portBase > 65_000) {
      throw new IllegalArgumentException("portBase must be in 0..65000, was " + portBase);
    }
  }

  /// The usual town: seed 7, the machine's zone and clock, free ports, 28 days of past.
  public static TownOptions in(Path folder) {
    return new TownOptions(7, folder, ZoneId.systemDefault(), InstantSource.system(), 0, 1.0, 28);
  }

  /// The same with another seed.
  public TownOptions withSeed(long newSeed) {
    return new TownOptions(newSeed, folder, zone, clock, portBase, speed, historyDays);
  }

  /// The same in another zone.
  public TownOptions withZone(ZoneId newZone) {
    return new TownOptions(seed, folder, newZone, clock, portBase, speed, historyDays);
  }

  /// The same by another clock.
  public TownOptions withClock(InstantSource newClock) {
    return new TownOptions(seed, folder, zone, newClock, portBase, speed, historyDays);
  }

  /// The same on ports from `newPortBase` on.
  public TownOptions withPortBase(int newPortBase) {
    return new TownOptions(seed, folder, zone, clock, newPortBase, speed, historyDays);
  }

  /// The same, speaking `newSpeed` times as fast as life.
  public TownOptions withSpeed(double newSpeed) {
    return new TownOptions(seed, folder, zone, clock, portBase, newSpeed, historyDays);
  }

  /// The same with another length of past.
  public TownOptions withHistoryDays(int newHistoryDays) {
    return new TownOptions(seed, folder, zone, clock, portBase, speed, newHistoryDays);
  }
}
