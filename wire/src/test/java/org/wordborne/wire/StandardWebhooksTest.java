package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private final Secret secret = StandardWebhooks.newSecret();

  private Map<String, String> signed() {
    return new HashMap<>(StandardWebhooks.sign(secret, "msg_1", NOW, BODY));
  }

  private boolean isValid(Map<String, String> headers, byte[] body, Instant now) {
    return StandardWebhooks.verify(List.of(secret), headers, body, now).valid();
  }

  @Test
  void sign_vectorWorkedWithOpenssl_isTheSame() {
    var key = Secret.of("whsec_MDEyMzQ1Njc4OWFiY2RlZg=="); // the bytes 0123456789abcdef
    byte[] body = "hello".getBytes(StandardCharsets.UTF_8);

    var headers = StandardWebhooks.sign(key, "id", Instant.ofEpochSecond(1000), body);

    assertThat(headers)
        .containsEntry("webhook-signature", "v1,lSBg9nZRoWu3opeRyzQbU8TUJDwumJVoqV0RNUx6bls=");
  }

  @Test
  void sign_publishedExample_isTheSame() {
    var key = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    Instant at = Instant.ofEpochSecond(1_614_265_330);

    var headers = StandardWebhooks.sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body);

    assertThat(headers)
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void sign_withTwoSecrets_holdsBothSignatures() {
    var one = Secret.of("whsec_MDEyMzQ1Njc4OWFiY2RlZg==");
    var other = Secret.of("whsec_ZmVkY2JhOTg3NjU0MzIxMA==");

    var headers = StandardWebhooks.sign(List.of(one, other), "msg_1", NOW, BODY);

    assertThat(headers.get("webhook-signature").split(" ")).hasSize(2);
    assertThat(StandardWebhooks.verify(List.of(one), headers, BODY, NOW).valid()).isTrue();
    assertThat(StandardWebhooks.verify(List.of(other), headers, BODY, NOW).valid()).isTrue();
  }

  @Test
  void verify_right_isValidAndTellsTheId() {
    var verdict = StandardWebhooks.verify(List.of(secret), signed(), BODY, NOW);

    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.id()).isEqualTo("msg_1");
  }

  @Test
  void verify_secondOfTwoSecretsAndSignatures_isValid() {
    var headers = signed();
    headers.put("Webhook-Signature", "v1,AAAA v1a,BBBB " + headers.remove("webhook-signature"));

    var secrets = List.of(StandardWebhooks.newSecret(), secret);

    assertThat(StandardWebhooks.verify(secrets, headers, BODY, NOW).valid()).isTrue();
  }

  @Test
  void verify_otherTenantsSecret_isNot() {
    var others = List.of(StandardWebhooks.newSecret());

    assertThat(StandardWebhooks.verify(others, signed(), BODY, NOW).valid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_***"})
  void verify_noSecret_isNot(String none) {
    var secrets = List.of(Secret.of(none));

    assertThat(StandardWebhooks.verify(secrets, signed(), BODY, NOW).valid()).isFalse();
    assertThat(StandardWebhooks.verify(List.of(), signed(), BODY, NOW).valid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void verify_headerMissingOrEmpty_isNot(String name) {
    var missing = signed();
    missing.remove(name);
    var empty = signed();
    empty.put(name, "");

    assertThat(isValid(missing, BODY, NOW)).isFalse();
    assertThat(isValid(empty, BODY, NOW)).isFalse();
  }

  @Test
  void verify_bodyOneByteMoreOrLess_isNot() {
    byte[] more = "{\"a\":1} ".getBytes(StandardCharsets.UTF_8);
    byte[] less = "{\"a\":1".getBytes(StandardCharsets.UTF_8);

    assertThat(isValid(signed(), more, NOW)).isFalse();
    assertThat(isValid(signed(), less, NOW)).isFalse();
  }

  @Test
  void verify_signatureChanged_isNot() {
    String right = signed().get("webhook-signature");
    for (String wrong :
        List.of(
            right.substring(0, right.length() - 1),
            right.substring(0, 10),
            "v1," + right.substring(3).toUpperCase(Locale.ROOT) + "x",
            right.replace("v1,", "v2,"),
            right.substring(3),
            right.replace(" ", "") + "=",
            "v1,")) {
      var headers = signed();
      headers.put("webhook-signature", wrong);

      assertThat(isValid(headers, BODY, NOW)).as(wrong).isFalse();
    }
  }

  @Test
  void verify_idOrTimeChanged_isNot() {
    var id = signed();
    id.put("webhook-id", "msg_2");
    var time = signed();
    time.put("webhook-timestamp", Long.toString(NOW.getEpochSecond() + 1));

    assertThat(isValid(id, BODY, NOW)).isFalse();
    assertThat(isValid(time, BODY, NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 100_000})
  void verify_tooOldOrTooNew_isNot(long seconds) {
    assertThat(isValid(signed(), BODY, NOW.plusSeconds(seconds))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void verify_withinFiveMinutes_isValid(long seconds) {
    assertThat(isValid(signed(), BODY, NOW.plusSeconds(seconds))).isTrue();
  }
}
