package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordborne.server.result.DayBook.Spoke;

class ShareOfVoiceTest {
  /* By hand: 100 votes for A alone, 60 for B alone, 40 halves. s = 120/200 = .6;
  sum of squares = 100·.16 + 60·.36 + 40·.01 = 38; se = sqrt(200/199·38)/200 = .030900. */
  @Test
  void share_ofTwoHundred_hasTheNormalInterval() {
    var spoke =
        List.of(
            new Spoke(List.of("A"), 100),
            new Spoke(List.of("A", "B"), 40),
            new Spoke(List.of("B"), 60));

    var share = ShareOfVoice.share("A", true, spoke);

    assertThat(share.share()).isEqualTo(.6, within(1e-12));
    assertThat(share.low()).isEqualTo(.6 - 1.644854 * .030900, within(1e-5));
    assertThat(share.high()).isEqualTo(.6 + 1.644854 * .030900, within(1e-5));
    assertThat(share.people()).isEqualTo(140);
  }

  @Test
  void share_ofTwentyFour_isNotSaid() {
    var share = ShareOfVoice.share("A", true, List.of(new Spoke(List.of("A"), 24)));

    assertThat(share.share()).isNull();
    assertThat(share.low()).isNull();
    assertThat(share.people()).isEqualTo(24);
  }

  /* Wilson's lower end of 25 of 25 is n / (n + z²) = 25 / 27.70554 = .902347; of 25 halves it is
  .5 ± 1.644854 / (2 √27.70554) = .5 ± .156248. */
  @Test
  void share_allAlike_isAsUnsureAsTwentyFivePeopleAre() {
    var whole = ShareOfVoice.share("A", true, List.of(new Spoke(List.of("A"), 25)));
    var none = ShareOfVoice.share("B", false, List.of(new Spoke(List.of("A"), 25)));
    var half = ShareOfVoice.share("A", true, List.of(new Spoke(List.of("A", "B"), 25)));

    assertThat(whole.low()).isEqualTo(.902347, within(1e-5));
    assertThat(whole.high()).isEqualTo(1);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1 - .902347, within(1e-5));
    assertThat(half.low()).isEqualTo(.5 - .156248, within(1e-5));
    assertThat(half.high()).isEqualTo(.5 + .156248, within(1e-5));
  }

  /* One of 200: by the normal law .005 ± .008225, cut at 0; Wilson's: z² = 2.705543,
  z²/n = .0135277, middle (.005 + .0067639) / 1.0135277 = .0116069, half
  1.622900 · √(.000024875 + .0000169096) = .0104904. */
  @Test
  void share_oneOfTwoHundred_isNotNarrowerThanWilsons() {
    var spoke = List.of(new Spoke(List.of("A"), 1), new Spoke(List.of("B"), 199));

    var share = ShareOfVoice.share("A", true, spoke);

    assertThat(share.low()).isZero();
    assertThat(share.high()).isEqualTo(.0220973, within(1e-6));
  }

  /* Of 50 votes 20: the binomial of 50 and .4 has its 5 % and 95 % points at 14 and 26. */
  @Test
  void share_ofFifty_isDrawnAgain() {
    var spoke = List.of(new Spoke(List.of("A"), 20), new Spoke(List.of("B"), 30));

    var share = ShareOfVoice.share("A", true, spoke);

    assertThat(share.low()).isEqualTo(.28, within(.021));
    assertThat(share.high()).isEqualTo(.52, within(.021));
  }
}
