package org.wordborne.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.wordborne.server.source.Sample;
import org.wordborne.server.workspace.Brand;
import org.wordborne.town.Town;

/// Two weeks of the town, to look around in: what the Lantern's people heard until this hour.
public final class TownSample implements Sample {
  private static final int DAYS = 14;
  private static final long SEED = 7;

  /// The town of every server.
  public TownSample() {}

  @Override
  public String name() {
    return "Sample: Lantern, Alderwick";
  }

  @Override
  public Brand brand() {
    return DemoSetUp.BRAND;
  }

  @Override
  public Map<String, String> topics() {
    return DemoSetUp.topics();
  }

  @Override
  public Stream<String> lines(Instant until, ZoneId zone) {
    return Town.sample(SEED, until, zone, DAYS);
  }
}
