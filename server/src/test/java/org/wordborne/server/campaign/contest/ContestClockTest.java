package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;

/// What contests do by themselves.
class ContestClockTest {

  @Test
  void look_oneContestIsBroken_judgesTheOthers() {
    var before = ContestFixture.openFor(3600);
    var broken = ContestFixture.openFor(3600);
    var after = ContestFixture.openFor(3600);
    for (var contest : List.of(before, broken, after)) {
      contest.entered("one@clock.test", "Cloud nine");
    }
    broken.sql("update entry set mail = '\\x00' where contest = :id", Map.of());

    ServerFixture.bean(ContestClock.class).look(before.scope.workspace());
    broken.sql("delete from entry where contest = :id", Map.of());

    assertThat(judgedUpto(before)).isEqualTo(1);
    assertThat(judgedUpto(after)).isEqualTo(1);
  }

  private static int judgedUpto(ContestFixture contest) {
    return ServerFixture.transactions()
        .in(contest.scope, tx -> ContestBook.get(tx, contest.campaign).judgedUpto());
  }
}
