package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicksTest {
  private static final String DIGEST = "0".repeat(64);

  /* 10^6 draws of the first of eight; chi-square with 7 degrees stays below 24.3 in 999 of 1000. */
  @Test
  void draw_weightsOneToEight_followTheWeights() throws DrawException {
    var list = weighted(1, 2, 3, 4, 5, 6, 7, 8);
    var chance = new ChanceStream(Bits.sha256(Bits.utf8("eight")));
    int draws = 1_000_000;
    long[] met = new long[8];

    for (int i = 0; i < draws; i++) {
      met[new Picks(list, false).draw(chance, 1)[0] - 1]++;
    }

    double chiSquare = 0;
    for (int i = 0; i < 8; i++) {
      double expected = draws * (i + 1) / 36.0;
      chiSquare += (met[i] - expected) * (met[i] - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(24.3);
  }

  /* Successive sampling: P(1 then 2) = w1/W * w2/(W - w1). */
  @Test
  void draw_twoOfThree_followTheLawOfKeys() throws DrawException {
    var list = weighted(1, 2, 3);
    var chance = new ChanceStream(Bits.sha256(Bits.utf8("three")));
    int draws = 200_000;
    int met = 0;

    for (int i = 0; i < draws; i++) {
      int[] order = new Picks(list, false).draw(chance, 2);
      met += order[0] == 3 && order[1] == 1 ? 1 : 0;
    }

    double p = 3.0 / 6 * 1 / 3;
    double tolerance = 3.3 * Math.sqrt(p * (1 - p) / draws);
    assertThat((double) met / draws).isBetween(p - tolerance, p + tolerance);
  }

  @Test
  void draw_onePerGroup_takesNobodyTwiceAndNoneThatMayNot() throws DrawException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      var status = i % 7 == 0 ? "withdrawn" : "valid";
      lines.add("%010d\t%d\t%d\t%s\t%s".formatted(i, 1 + i / 3, 1 + i % 5, status, DIGEST));
    }
    var list = EntryList.read(lines);

    int[] order = new Picks(list, true).draw(new ChanceStream(new byte[32]), 1000);

    assertThat(order).hasSize(100);
    var groups = java.util.Arrays.stream(order).map(n -> list.group(n - 1)).boxed().toList();
    assertThat(groups).doesNotHaveDuplicates();
    assertThat(java.util.Arrays.stream(order).allMatch(n -> list.chance(n - 1) > 0)).isTrue();
  }

  @Test
  void draw_fewerThanPlaces_drawsAllOfThem() throws DrawException {
    int[] order = new Picks(weighted(5, 1, 1), false).draw(new ChanceStream(new byte[32]), 9);

    assertThat(order).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void word_oatWeeksSeed_isAsAnotherProgramWorkedItOut() {
    var chance = new ChanceStream(Bits.unhex(OatWeek.SEED));

    assertThat(Long.toUnsignedString(chance.word())).isEqualTo("16030009723021083825");
  }

  private static EntryList weighted(int... weights) throws DrawException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      lines.add("%010d\t%d\t%d\tvalid\t%s".formatted(i, i + 1, weights[i], DIGEST));
    }
    return EntryList.read(lines);
  }
}
