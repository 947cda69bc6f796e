package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedFormulaTest {
  private static final Instant MORNING = Instant.parse("2026-11-17T09:00:00Z");

  @Test
  void weigh_oneSureQuestionOfNobodyKnown_isItsTableRow() {
    var weight = NeedFormula.weigh(Pleas.of(Map.of("question", 1.0), 0));

    assertThat(weight.stakes()).isCloseTo(0.6, within(1e-9));
    assertThat(weight.hearing()).isCloseTo(2.0 / (2 + Math.log10(100_001)), within(1e-9));
    assertThat(weight.chance()).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void weigh_complaintAndQuestion_addsUpAsChancesDo() {
    var weight = NeedFormula.weigh(Pleas.of(Map.of("question", 1.0, "complaint", 1.0), 0));

    assertThat(weight.stakes()).isCloseTo(1 - 0.4 * 0.2, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 412, 5_000, 1_000_000})
  void hearing_louder_neverCountsLess(long audience) {
    assertThat(NeedFormula.hearing(audience * 2 + 1))
        .isGreaterThanOrEqualTo(NeedFormula.hearing(audience))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void score_oneHalfLife_leavesHalf() {
    assertThat(NeedFormula.score(0.4, NeedFormula.HALF_LIFE)).isCloseTo(0.2, within(1e-9));
  }

  @ParameterizedTest(name = "after {0} h")
  @ValueSource(ints = {0, 1, 36, 400})
  void rank_anyMoment_givesTheScoreBack(int hours) {
    var rank = NeedFormula.rank(0.3, MORNING);

    var score = NeedFormula.scoreOf(rank, MORNING.plus(Duration.ofHours(hours)));

    assertThat(score).isCloseTo(NeedFormula.score(0.3, Duration.ofHours(hours)), within(1e-6));
  }

  @Test
  void rank_laterButWeaker_keepsItsOrderForEver() {
    var strong = NeedFormula.rank(0.5, MORNING);
    var weakerLater = NeedFormula.rank(0.3, MORNING.plus(Duration.ofHours(12)));

    assertThat(strong).isGreaterThan(weakerLater);
    assertThat(NeedFormula.scoreOf(strong, MORNING.plus(Duration.ofDays(9))))
        .isGreaterThan(NeedFormula.scoreOf(weakerLater, MORNING.plus(Duration.ofDays(9))));
  }

  @ParameterizedTest
  @CsvSource({"0.22, 4", "0.2199, 3", "0.12, 3", "0.1199, 2", "0.04, 2", "0.0399, 1"})
  void level_edges_belongUpward(double score, int need) {
    assertThat(NeedFormula.level(score)).isEqualTo(need);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void scoreWithin_levelSetByHand_isOfThatLevel(int need) {
    assertThat(NeedFormula.level(NeedFormula.scoreWithin(need))).isEqualTo(need);
  }

  @Test
  void reasons_harm_decidesAndComesFirst() {
    var plea = Pleas.of(Map.of("question", 0.9), 412, "allergy");

    var reasons = NeedReasons.of(plea, NeedFormula.weigh(plea));

    assertThat(reasons)
        .hasSizeLessThanOrEqualTo(4)
        .first()
        .satisfies(
            first -> {
              assertThat(first.word()).isEqualTo("harm");
              assertThat(first.deciding()).isTrue();
              assertThat(first.evidence()).containsExactly(plea.mention());
            });
    assertThat(reasons).filteredOn(NeedReason::deciding).hasSize(1);
  }

  @Test
  void harmWords_bothLanguages_areFoundAsTheyStand() {
    assertThat(HarmWords.in("My son has a milk Allergy.")).containsExactly("Allergy");
    assertThat(HarmWords.in("Wir waren danach im Krankenhaus")).containsExactly("Krankenhaus");
    assertThat(HarmWords.in("The cake was lovely")).isEmpty();
  }

  @Test
  void settled_twentyOfTwenty_isNotCertain() {
    var band = new Settled(20, 20).interval();

    assertThat(band[0]).isBetween(0.8, 0.95);
    assertThat(band[1]).isEqualTo(1, within(1e-9));
  }

  /// Words of which little more is known.
  private static final class Pleas {
    static Plea of(Map<String, Double> intents, long audience, String... harm) {
      var none = List.<UUID>of();
      var words = List.of(harm);
      return new Plea(
          new UUID(1, 1), intents, 0, 0, words, false, false, audience, 0, none, Map.of());
    }
  }
}
