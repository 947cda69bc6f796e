package org.wordborne.server.campaign.draw;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.wordborne.effect.BeaconChain;
import org.wordborne.server.workspace.ServerProperties;

/// The beacon that new draws wait for: the first one the operator named, else drand's quicknet.
@Component
class BeaconChains {
  private final BeaconChain chosen;

  @Autowired
  BeaconChains(ServerProperties properties) {
    this(first(properties.beacons().stream().map(Chains::file).toList()));
  }

  BeaconChains(BeaconChain chosen) {
    this.chosen = chosen;
  }

  private static BeaconChain first(List<BeaconChain> named) {
    return named.isEmpty() ? BeaconChain.quicknet() : named.getFirst();
  }

  BeaconChain chosen() {
    return chosen;
  }

  /// Whether a chain is another than the one that every verifier trusts by itself.
  static boolean isStandIn(BeaconChain chain) {
    return !chain.hash().equals(BeaconChain.quicknet().hash());
  }
}
