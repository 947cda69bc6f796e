package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// What an appeal holds up, and what it leaves behind.
class ContestAppealsTest {
  private final ContestFixture contest = ContestFixture.openFor(3600);

  @Test
  void reverse_whatTheReviewExcluded_isKeptAndTheSealWaitedForIt() {
    String one = contest.entered("ring+1@twins.test", "Oat ring");
    contest.entered("ring+2@twins.test", "Oat rong");
    ServerFixture.get(contest.api + "/fraud");
    ContestFixture.expect(200, contest.decide(List.of(1, 2), false, "many"));
    ContestFixture.expect(303, contest.act(one, "appeal", Map.of("words", "We are twins.")));
    contest.close();
    assertThat(contest.sealable().lacks())
        .contains("1 appeal waits for an answer, by a member who did not decide.");

    ContestFixture.expect(200, answer(appeals().path(0), true, "Seen: two people."));

    assertThat(contest.sealable().lacks()).isEmpty();
    assertThat(contest.entries().path(0).path("flag").asString()).isEqualTo("kept");
    assertThat(contest.look(one).body())
        .contains("Seen: two people.")
        .doesNotContain("one person entered many times");
  }

  @Test
  void answer_oneOfTwoAboutAPiece_leavesItWaitingAndANewRulingMayBeAppealed() {
    var receipts = new HashMap<String, String>();
    for (int i = 0; i < 8; i++) {
      String receipt = contest.entered("who" + (char) ('a' + i) + "@twice.test", "Oat " + i);
      receipts.put(receipt.substring(5, 15), receipt);
    }
    contest.close();
    contest.keepAll();
    var codes = contest.sealAndDraw();
    String first = receipts.get(codes.get(1));
    String second = receipts.get(codes.get(4)); // who stands by first
    String unit = piece(codes.get(1));
    excluded(first, unit);
    excluded(second, unit);
    appeal(first, "It was me.");
    appeal(second, "Me too.");

    ContestFixture.expect(200, answer(appeals().path(0), false, "Ana Crane was seen."));
    var waiting = ServerFixture.post(contest.api + "/claims/" + unit + "/expire", Map.of());
    ContestFixture.expect(200, answer(appeals().path(1), true, "Right."));

    assertThat(waiting.status()).isEqualTo(409);
    assertThat(waiting.body()).contains("An appeal about this prize waits for its answer.");
    assertThat(piece(codes.get(4))).isEqualTo(unit);
    assertThat(contest.deeds(codes.get(4))).endsWith("appealed", "back", "reversed");
    assertThat(contest.act(first, "appeal", Map.of("words", "Again.")).status()).isEqualTo(409);
    excluded(second, unit);
    assertThat(contest.look(second).body())
        .contains("it does not meet who may enter", "You may appeal until");
    appeal(second, "Once more.");

    ContestFixture.expect(200, contest.act(first, "forget", Map.of()));
    assertThat(appeals().toString()).doesNotContain("It was me.", "Ana Crane");
    assertThat(ServerFixture.post(contest.api + "/claims/" + unit + "/expire", Map.of()).body())
        .contains("An appeal about this prize waits for its answer.");
  }

  private void excluded(String receipt, String unit) {
    var claim = Map.of("region", "GB", "age", "yes", "where", "1 High St", "shown", "");
    ContestFixture.expect(303, contest.act(receipt, "claim", claim));
    ContestFixture.expect(
        200,
        ServerFixture.post(
            contest.api + "/claims/" + unit + "/verify",
            Map.of("eligible", false, "code", "not-eligible")));
  }

  private void appeal(String receipt, String words) {
    ContestFixture.expect(303, contest.act(receipt, "appeal", Map.of("words", words)));
  }

  private JsonNode appeals() {
    return contest.claims().path("appeals");
  }

  private Answer answer(JsonNode appeal, boolean reverse, String reasons) {
    return ServerFixture.post(
        contest.api + "/appeals/" + appeal.path("id").asString() + "/answer",
        Map.of("reverse", reverse, "answer", reasons));
  }

  private String piece(String code) {
    for (var claim : contest.claims().path("claims")) {
      if (claim.path("code").asString("").equals(code)) {
        return claim.path("id").asString();
      }
    }
    throw new AssertionError(code);
  }
}
