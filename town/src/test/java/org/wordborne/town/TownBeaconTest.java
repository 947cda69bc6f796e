package org.wordborne.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The town's clock gives a round when it is due, and no sooner; that its signatures hold is
/// looked at where draws are.
class TownBeaconTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final TownBeacon beacon =
      new TownBeacon(7, () -> Instant.ofEpochSecond(1_700_000_000L + 30));

  @Test
  void answer_roundThatIsDue_isSignedAndTheNextOneMissing() {
    var chain = JSON.readTree(beacon.chain("http://127.0.0.1:1/beacon"));
    String path = "/beacon/" + chain.path("hash").asString() + "/public/";

    var eleventh = JSON.readTree(beacon.answer(path + "11", "").body());

    assertThat(eleventh.path("round").asLong()).isEqualTo(11);
    assertThat(eleventh.path("signature").asString()).hasSize(96);
    assertThat(beacon.answer(path + "latest", "").body())
        .isEqualTo(beacon.answer(path + "11", "").body());
    assertThat(beacon.answer(path + "12", "").status()).isEqualTo(404);
    assertThat(beacon.answer("/beacon/" + "0".repeat(64) + "/public/11", "").status())
        .isEqualTo(404);
  }

  @Test
  void chain_sameTown_isTheSame() {
    assertThat(new TownBeacon(7, Instant::now).chain("")).isEqualTo(beacon.chain(""));
    assertThat(new TownBeacon(8, Instant::now).chain("")).isNotEqualTo(beacon.chain(""));
  }
}
