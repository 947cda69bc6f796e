package org.wordborne.server.campaign.draw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.BeaconCheck;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a chain's relays for a round, one after another, and believes none of them: the signature
/// is held against the chain's key.
@Component
class BeaconRelays {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpLimits LIMITS =
      new HttpLimits(10_000, Duration.ofSeconds(5), Duration.ofSeconds(3), 1);
  private static final int SIGNATURE_BYTES = 48;

  private final GuardedHttp http;

  BeaconRelays(GuardedHttp http) {
    this.http = http.withLimits(LIMITS);
  }

  /// A round's signature and the relay that had it; or none, and why.
  record Round(byte[] signature, String relay, String trouble) {
    boolean isHad() {
      return signature.length > 0;
    }
  }

  Round ask(BeaconChain chain, long round) {
    var troubles = new ArrayList<String>();
    for (String relay : chain.relays()) {
      try {
        byte[] signature = signature(relay, chain, round);
        if (BeaconCheck.holds(chain, round, signature)) {
          return new Round(signature, relay, "");
        }
        troubles.add(relay + " gave a signature that does not hold");
      } catch (HttpFault silent) {
        troubles.add(relay + ": " + silent.getMessage());
      } catch (JacksonException | IllegalArgumentException wrong) {
        troubles.add(relay + " did not answer as a relay does");
      }
    }
    String why = troubles.isEmpty() ? "The chain names no relay" : String.join("; ", troubles);
    return new Round(new byte[0], "", why);
  }

  private byte[] signature(String relay, BeaconChain chain, long round) throws HttpFault {
    String base = relay.replaceAll("/+$", "");
    HttpAnswer answer = http.get(base + "/" + chain.hash() + "/public/" + round);
    if (!answer.isGood()) {
      throw new IllegalArgumentException("status " + answer.status());
    }
    JsonNode told = JSON.readTree(answer.body());
    byte[] signature = HexFormat.of().parseHex(told.path("signature").asString(""));
    if (told.path("round").asLong(0) != round || signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException("another round, or no signature");
    }
    return signature;
  }
}
