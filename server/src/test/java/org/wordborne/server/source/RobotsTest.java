package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
  private static final String RULES =
      """
      # everybody
      User-agent: *
      Disallow: /private/
      Disallow: /*.pdf$
      Allow: /private/open

      User-agent: Greedybot
      User-agent: other
      Disallow: /
      """;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "/, true",
    "/private/diary, false",
    "/private/open/one, true",
    "/menu.pdf, false",
    "/menu.pdf?page=2, true",
    "/robots.txt, true"
  })
  void allows_rulesForEverybody_holdTheLongest(String path, boolean allowed) {
    assertThat(Robots.read(RULES).allows(path)).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "/end, false",
    "/end/end, true",
    "/a/x/b, false",
    "/a/b/x, true",
    "/q/1/2.gif, false",
    "/.gif, true"
  })
  void allows_starsAndEnds_fitAsWritten(String path, boolean allowed) {
    var robots =
        Robots.read("User-agent: *\nDisallow: /end$\nDisallow: /a/*/b$\nDisallow: /q*.gif$");

    assertThat(robots.allows(path)).isEqualTo(allowed);
  }

  @Test
  @Timeout(20)
  void allows_hundredStars_areReadInNoTime() {
    var robots = Robots.read("User-agent: *\nDisallow: /" + "*a".repeat(100) + "*b");

    assertThat(robots.allows("/" + "a".repeat(900))).isTrue();
  }

  @Test
  void allows_rulesByOurName_holdAlone() {
    var robots =
        Robots.read("User-agent: *\nDisallow: /\n\nUser-Agent: WordBorne\nDisallow: /no\nAllow: /");

    assertThat(robots.allows("/yes")).isTrue();
    assertThat(robots.allows("/no/more")).isFalse();
  }

  @Test
  void allows_ourNameWithoutRules_letsUsInEverywhere() {
    var robots = Robots.read("User-agent: *\nDisallow: /\nUser-agent: wordborne\nDisallow:\n");

    assertThat(robots.allows("/anything")).isTrue();
  }

  @Test
  void allows_equallyLongRules_thatWhichAllowsHolds() {
    assertThat(Robots.read("User-agent: *\nDisallow: /a\nAllow: /a").allows("/a")).isTrue();
    assertThat(Robots.read("User-agent: *\nAllow: /a\nDisallow: /a").allows("/a")).isTrue();
  }

  @Test
  void allows_whatIsNoRule_isPassedOver() {
    assertThat(Robots.read("<html>not found</html>\n:\nDisallow: /").allows("/a")).isTrue();
    assertThat(Robots.SHUT.allows("/a")).isFalse();
    assertThat(Robots.OPEN.allows("/a")).isTrue();
  }
}
