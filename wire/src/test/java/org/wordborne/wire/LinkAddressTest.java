package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cafe.example/a?b=c#d",
        "HTTP://cafe.example",
        "https://münchen.example/straße",
      })
  void harmless_addressOfTheWeb_stays(String address) {
    assertThat(LinkAddress.harmless(" " + address + "\n")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt://https://cafe.example/%0aalert(1)",
        "java\nscript:alert(1)",
        "\u0001javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//cafe.example/a",
        "/a",
        "https://cafe.example/a\nb",
        "",
      })
  void harmless_anythingElse_isNone(String address) {
    assertThat(LinkAddress.harmless(address)).isEmpty();
    assertThat(LinkAddress.harmlessOrNull(address)).isNull();
  }

  @Test
  void harmlessOrNull_none_isNone() {
    assertThat(LinkAddress.harmlessOrNull(null)).isNull();
  }
}
