package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordborne.effect.Entry;
import org.wordborne.server.ServerFixture;

/// What somebody gains by telling others, and loses with those who leave.
class ContestChancesTest {

  @Test
  void exclude_whoWasBrought_takesTheChancesBackAndAReversalReturnsOne() {
    var contest = ContestFixture.openFor(3600);
    String code = contest.entered("ana@chance.test", "Oat one").substring(5, 15);
    String invited = brought(contest, "ring+1@chance.test", code);
    brought(contest, "ring+2@chance.test", code);
    assertThat(weight(contest, code)).isEqualTo(3);
    ServerFixture.get(contest.api + "/fraud");

    ContestFixture.expect(200, contest.decide(List.of(2, 3), false, "many"));
    assertThat(weight(contest, code)).isEqualTo(1);

    contest.sql("update entry_flag set decided_by = null where contest = :id", Map.of());
    ContestFixture.expect(303, contest.act(invited, "appeal", Map.of("words", "Two of us.")));
    String appeal = contest.claims().path("appeals").path(0).path("id").asString();
    ContestFixture.expect(
        200,
        ServerFixture.post(
            contest.api + "/appeals/" + appeal + "/answer",
            Map.of("reverse", true, "answer", "Seen: two people.")));
    assertThat(weight(contest, code)).isEqualTo(2);
  }

  @Test
  void forget_whoWasBroughtAgainAndAgain_givesOneChance() {
    var contest = ContestFixture.openFor(3600);
    String code = contest.entered("ana@again.test", "Oat one").substring(5, 15);
    for (int i = 0; i < 3; i++) {
      String invited = brought(contest, "bo@again.test", code);
      assertThat(weight(contest, code)).isEqualTo(2);
      ContestFixture.expect(200, contest.act(invited, "forget", Map.of()));
      assertThat(weight(contest, code)).isEqualTo(1);
    }
  }

  @Test
  void enter_moreBroughtThanTheRulesCount_stopsAtTheBound() {
    var contest = ContestFixture.openFor(3600);
    String code = contest.entered("ana@bound.test", "Oat one").substring(5, 15);
    for (int i = 0; i < 5; i++) {
      brought(contest, "friend" + (char) ('a' + i) + "@bound.test", code);
    }
    assertThat(weight(contest, code)).isEqualTo(4); // 1, and referralChances 3
  }

  private static String brought(ContestFixture contest, String mail, String code) {
    var form = ContestFixture.form(mail, "Oat");
    form.put("toldBy", code);
    return ContestFixture.expect(303, contest.enter(form)).header("Location");
  }

  private static int weight(ContestFixture contest, String code) {
    return contest.sealable().entries().stream()
        .filter(entry -> entry.code().equals(code))
        .mapToInt(Entry::weight)
        .findFirst()
        .orElseThrow();
  }
}
