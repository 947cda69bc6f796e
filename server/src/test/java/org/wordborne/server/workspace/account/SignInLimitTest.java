package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.VisitorPlace;

class SignInLimitTest {
  private final SignInLimit limit = new SignInLimit(InstantSource.fixed(Instant.EPOCH));

  /// Nobody has failed yet: all of them are still at it.
  @Test
  void begin_manyAtOnce_letsTenThrough() {
    int begun = 0;
    for (int i = 0; i < 30; i++) {
      begun += limit.begin("ines@example.org", "10.0.0." + i).isZero() ? 1 : 0;
    }

    assertThat(begun).isEqualTo(10);
  }

  @Test
  void begin_sameAccountInOtherLetters_isTheSame() {
    for (int i = 0; i < 10; i++) {
      String email = List.of("Ines@Example.org", " ines@example.org").get(i % 2);
      limit.begin(email, "10.0.0." + i);
    }

    assertThat(limit.begin("ines@example.org", "10.0.0.99")).isPositive();
  }

  @Test
  void counted_afterAQuarterOfAnHour_isNobody() {
    var now = new AtomicReference<>(Instant.EPOCH);
    var timed = new SignInLimit(now::get);
    for (int i = 0; i < 20; i++) {
      timed.begin("person" + i + "@example.org", "10.0.0.1");
    }
    assertThat(timed.counted()).as("twenty accounts, one address").isEqualTo(21);

    now.set(Instant.EPOCH.plusSeconds(15 * 60));

    assertThat(timed.counted()).isZero();
  }

  /// Nobody waits for longer than a window lasts, however the clock is set meanwhile.
  @Test
  void begin_clockSetBackAYear_waitsNoYear() {
    var now = new AtomicReference<>(Instant.EPOCH);
    var timed = new SignInLimit(now::get);
    for (int i = 0; i < 10; i++) {
      timed.begin("ines@example.org", "10.0.0.1");
    }
    assertThat(timed.begin("ines@example.org", "10.0.0.1")).isPositive();

    now.set(Instant.EPOCH.minusSeconds(365 * 86_400L));

    assertThat(timed.begin("ines@example.org", "10.0.0.1")).isZero();
  }

  /// A proxy of this machine says whom it speaks for.
  @Test
  void begin_behindAProxy_countsVisitorsApart() {
    var tries = new Tries(limit, new VisitorPlace(BEHIND_A_PROXY));
    for (int i = 0; i < 50; i++) {
      tries.begin("person" + i + "@example.org", visitor("203.0.113.7"));
    }

    assertThatThrownBy(() -> tries.begin("ines@example.org", visitor("203.0.113.7")))
        .isInstanceOf(TooManyException.class);
    assertThatCode(() -> tries.begin("ines@example.org", visitor("203.0.113.8")))
        .doesNotThrowAnyException();
  }

  private static final ServerProperties BEHIND_A_PROXY =
      new ServerProperties(
          new DataFolder(Path.of(".")),
          0,
          null,
          3,
          List.of(),
          "https://heard.example",
          false,
          true,
          List.of(),
          null);

  private static MockHttpServletRequest visitor(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("127.0.0.1");
    request.addHeader("X-Forwarded-For", address);
    return request;
  }

  @Test
  void succeeded_tries_countNoMore() {
    for (int i = 0; i < 200; i++) {
      assertThat(limit.begin("person" + i + "@example.org", "10.0.0.1")).isZero();
      limit.succeeded("person" + i + "@example.org", "10.0.0.1");
    }
  }
}
