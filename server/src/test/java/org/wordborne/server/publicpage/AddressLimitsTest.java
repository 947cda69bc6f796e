package org.wordborne.server.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.VisitorPlace;

/// Whom the limits of public pages count.
class AddressLimitsTest {
  private static final AddressLimits PROXIED = limits("https://words.example.org");
  private static final AddressLimits ALONE = limits(null);

  @Test
  void place_behindTheProxy_isTheLastAddressThatItTells() {
    assertThat(PROXIED.place(from("127.0.0.1", "192.0.2.1, 198.51.100.7"))).isEqualTo("c6336407");
    assertThat(PROXIED.place(from("::1", "2001:db8::9"))).isEqualTo("20010db800000000");
  }

  @Test
  void place_headerOfAStranger_isNotBelieved() {
    assertThat(ALONE.place(from("127.0.0.1", "198.51.100.7"))).isEqualTo("7f000001");
    assertThat(PROXIED.place(from("192.0.2.5", "198.51.100.7"))).isEqualTo("c0000205");
    assertThat(PROXIED.place(from("127.0.0.1", "localhost"))).isEqualTo("7f000001");
    assertThat(PROXIED.place(from("127.0.0.1", null))).isEqualTo("7f000001");
  }

  private static MockHttpServletRequest from(String peer, @Nullable String told) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (told != null) {
      request.addHeader("X-Forwarded-For", told);
    }
    return request;
  }

  private static AddressLimits limits(@Nullable String publicUrl) {
    var properties =
        new ServerProperties(
            new DataFolder(Path.of(".")),
            0,
            null,
            3,
            List.of(),
            publicUrl,
            false,
            true,
            List.of(),
            null);
    return new AddressLimits(Instant::now, new VisitorPlace(properties));
  }
}
