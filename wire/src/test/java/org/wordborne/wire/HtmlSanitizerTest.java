package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitizerTest {
  private static final String REL = " rel=\"noopener noreferrer nofollow ugc\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<style>@import 'http://x'</style>",
        "<link rel=stylesheet href=http://x>",
        "<meta http-equiv=refresh content='0;url=http://x'>",
        "<base href=http://x>",
        "<form action=http://x><input name=a></form>",
        "<object data=http://x></object><embed src=http://x>",
        "<video src=http://x poster=http://x></video>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<!--><img src=x onerror=alert(1)>-->",
        "<a href='java\tscript:alert(1)'></a>",
        "<a href='data:text/html,x'></a>",
        "<a href='vbscript:x'></a>"
      })
  void harmless_hostile_leavesNothingThatActs(String html) {
    assertThat(HtmlSanitizer.harmless(html, "http://a.example/"))
        .doesNotContainPattern("(?i)<(script|svg|iframe|style|link|meta|base|form|object|img)")
        .doesNotContainPattern("(?i)<[^>]*(onerror|onload|javascript:|vbscript:|data:)");
  }

  /* Each tag that is looked through again for each of its attributes would take minutes here. */
  @Test
  void harmless_aTagOfAHundredThousandAttributes_isReadAtOnce() {
    String html = "<p " + "a=b ".repeat(100_000) + ">Hi</p>";

    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(HtmlSanitizer.harmless(html, "")).isEqualTo("<p>Hi</p>"));
  }

  @Test
  void harmless_relativeLink_isMadeAbsolute() {
    String html = HtmlSanitizer.harmless("<a href=../b?c=d>x</a>", "http://a.example/x/y/");

    assertThat(html).isEqualTo("<a href=\"http://a.example/x/b?c=d\"" + REL + ">x</a>");
  }

  @Test
  void harmless_picture_becomesItsWords() {
    String html = HtmlSanitizer.harmless("<p style='x'>Hi <img src=//t/1.gif alt='a <b>'></p>", "");

    assertThat(html).isEqualTo("<p>Hi a &lt;b&gt;</p>");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void harmless_twice_isHarmlessOnce(long seed) {
    String html = tagSoup(new SplittableRandom(seed));

    String once = HtmlSanitizer.harmless(html, "http://a.example/");

    assertThat(HtmlSanitizer.harmless(once, "http://a.example/")).isEqualTo(once);
  }

  private static String tagSoup(SplittableRandom random) {
    String[] pieces = {
      "<p>",
      "</p>",
      "<a href=x>",
      "<a href='//b/?a=1&b=2'>",
      "</a>",
      "<img alt='<a>'>",
      "<ul><li>",
      "<table><tr><td>",
      "</table>",
      "&amp;lt;",
      "&#61;",
      "&amp;#61;",
      "<b",
      ">",
      "\"",
      "'",
      "{{",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "ü",
      "<h1>",
      "<pre>\n",
      "<blockquote>",
      "</div>",
      "<",
      "<li>",
      "<dt>",
      "text ",
      "<span lang=de>",
      "<script>",
      "</script>",
      "<title>",
      "\u0000"
    };
    var soup = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      soup.append(pieces[random.nextInt(pieces.length)]);
    }
    return soup.toString();
  }

  @Test
  void plain_blocksAndBreaks_areLines() {
    String text =
        HtmlText.plain("<p>One<br>two &amp; <b>three</b></p><ul><li>four<li>five</ul>six<script>7");

    assertThat(text).isEqualTo("One\ntwo & three\n\nfour\nfive\n\nsix");
  }

  @Test
  void plain_emojiPicture_isItsCharacter() {
    assertThat(HtmlText.plain("Hm <img class=\"emoji\" alt=\"🙂\" src=x> ok"))
        .isEqualTo("Hm 🙂 ok");
  }

  @Test
  void withPictures_pictureAndLink_stayWithAbsoluteAddresses() {
    String html =
        "<a href=b onclick=x()>x</a><img src=i.png alt=cat onerror=y()><script>z</script>";

    String kept = HtmlSanitizer.withPictures(html, "http://a.example/x/");

    assertThat(kept)
        .isEqualTo(
            "<a href=\"http://a.example/x/b\">x</a>"
                + "<img src=\"http://a.example/x/i.png\" alt=\"cat\" />");
  }

  @Test
  void withPictures_addressThatRuns_isDropped() {
    String html = "<img src='javascript:x()'><img src='data:text/html,x'>";

    String kept = HtmlSanitizer.withPictures(html, "http://a.example/");

    assertThat(kept).doesNotContain("javascript").doesNotContain("data:");
  }
}
