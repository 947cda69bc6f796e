package org.wordborne.server.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordborne.effect.BeaconChain;
import org.wordborne.server.Canary;
import org.wordborne.server.ServerFixture;

class BeaconRelaysTest {
  @Test
  void ask_relaysInsideOrLeadingThere_areNeverDialled() {
    try (var canary = new Canary(ServerFixture.allowedPort())) {
      var relays = Stream.concat(canary.addresses().stream(), canary.ways().stream()).toList();

      var round = ServerFixture.bean(BeaconRelays.class).ask(chain(relays), 7);

      assertThat(round.isHad()).isFalse();
      assertThat(canary.dialled()).isZero();
      assertThat(canary.visited()).isPositive();
    }
  }

  private static BeaconChain chain(List<String> relays) {
    var known = BeaconChain.quicknet();
    return new BeaconChain(
        "canaries",
        known.hash(),
        known.publicKey(),
        known.genesis(),
        known.period(),
        known.scheme(),
        relays);
  }
}
