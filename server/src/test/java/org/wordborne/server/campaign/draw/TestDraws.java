package org.wordborne.server.campaign.draw;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.wire.GuardedHttp;

/// Draws of the server's own contests by a beacon for tests, for whom nobody waits.
public final class TestDraws implements AutoCloseable {
  private final TestBeacon beacon = new TestBeacon(ServerFixture.allowedPort());
  private final Draws draws;
  private Instant now = Instant.now();

  /// Opens the beacon.
  public TestDraws() {
    draws = of(ServerFixture.bean(Contests.class), beacon, () -> now);
  }

  /// Draws of contests by a beacon at a time.
  static Draws of(Contests contests, TestBeacon beacon, InstantSource clock) {
    var transactions = ServerFixture.transactions();
    var box = ServerFixture.bean(SecretBox.class);
    var chains = new BeaconChains(beacon.chain());
    var relays = new BeaconRelays(ServerFixture.bean(GuardedHttp.class));
    return new Draws(
        transactions,
        contests,
        new Sealing(transactions, contests, chains, box, clock, new SecureRandom()),
        new Drawing(transactions, contests, relays, box, clock),
        ServerFixture.bean(PublicDoors.class),
        ServerFixture.bean(LiveEvents.class),
        clock);
  }

  /// Seals a contest.
  public void seal(SignedIn by, UUID contest) {
    draws.seal(by, contest, null);
  }

  /// Draws it, once its number is due.
  public DrawView run(Scope scope, UUID contest) {
    now = now.plusSeconds(605);
    return draws.run(scope, contest);
  }

  /// The proof as a stranger loads it.
  public String proof(Scope scope, UUID contest) {
    return ServerFixture.bean(Proofs.class).proof(scope, contest).json();
  }

  /// Whether rule, seal, beacon and draw of a proof hold.
  public List<Boolean> holds(String proof) {
    return beacon.holds(proof);
  }

  @Override
  public void close() {
    beacon.close();
  }
}
