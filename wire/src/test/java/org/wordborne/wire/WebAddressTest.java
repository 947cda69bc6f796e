package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "b.html http://a.example/x/y http://a.example/x/b.html",
        "/b http://a.example/x/y http://a.example/b",
        "//b.example/c https://a.example/ https://b.example/c",
        "?q=1 http://a.example/x?y http://a.example/x?q=1",
        "#f http://a.example/x?y http://a.example/x?y#f",
        "../../../b http://a.example/x/y/z http://a.example/b",
        "./b/./c/../d http://a.example/x http://a.example/b/d",
        "%2e%2E/b http://a.example/x/y http://a.example/b",
        "http:b http://a.example/x/ http://a.example/x/b",
        "https:b http://a.example/x/ https://b/",
        "HTTP://EXAMPLE.com:80/%7ea http://a.example/ http://example.com/%7ea",
        "http://ex%41mple.com/ http://a.example/ http://example.com/",
        "http:\\\\b.example\\c http://a.example/ http://b.example/c",
        "http://bücher.example/ü?ü http://a.example/ http://xn--bcher-kva.example/%C3%BC?%C3%BC",
        "http://faß.example/ http://a.example/ http://xn--fa-hia.example/",
        "http://0x7f.1/ http://a.example/ http://127.0.0.1/",
        "http://[1:0:0:2:0:0:0:3]/ http://a.example/ http://[1:0:0:2::3]/",
        "http://[::1.2.3.4]/ http://a.example/ http://[::102:304]/",
        "mailto:a@b.example http://a.example/ mailto:a@b.example",
        "tag:x,2020:1 http://a.example/ tag:x,2020:1",
        "http://u:p@h.example:8080/?# http://a.example/ http://u:p@h.example:8080/?#"
      })
  void resolve_asBrowsersDo(String input, String base, String href) {
    assertThat(WebAddress.resolve(input, base)).isEqualTo(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http://a b/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://0x.0x.0x.09/",
        "http://[::1",
        "http://[::1%25lo]/",
        "http://[1::2::3]/",
        "http://a:99999/",
        "http://a:x/",
        "relative",
        "",
        "http://a<b/",
        "http://a%00b/",
        "http://@/",
        "https://?"
      })
  void parse_noAddress_isNull(String input) {
    assertThat(WebAddress.parse(input)).isNull();
  }

  @Test
  void parse_tabsAndBlanksAround_areIgnored() {
    var address = WebAddress.parse(" \n ht\ttp://a.example/\r\n b \t");

    assertThat(address).hasToString("http://a.example/%20b");
  }

  @Test
  void parse_ownHref_isAFixedPoint() {
    var address = WebAddress.parse("http://Ü:x@[0:0::1]:81/a/../b c?d'e#f g");

    assertThat(WebAddress.parse(address.href())).isEqualTo(address);
  }

  @Test
  void resolve_impossible_isTheInput() {
    assertThat(WebAddress.resolve(" a b ", "")).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:", "http://", "http://u:"})
  void parse_twoMillionCharacters_isReadAtOnce(String head) {
    String long1 = head + "a".repeat(2_000_000) + "@b.example";
    String long2 = head + "a@".repeat(1_000_000) + "b.example";

    assertTimeout(Duration.ofSeconds(5), () -> WebAddress.parse(long1));
    assertTimeout(Duration.ofSeconds(5), () -> WebAddress.parse(long2));
  }
}
