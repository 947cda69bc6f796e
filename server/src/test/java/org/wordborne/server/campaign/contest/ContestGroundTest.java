package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// What a contest has from its campaign: whether it runs, its clock and its money.
class ContestGroundTest {

  @Test
  void write_whileTheCampaignStarts_isRefused() throws Exception {
    var contest = ContestFixture.openFor(3600);
    contest.sql("update campaign set state = 'draft' where id = :id", Map.of());
    var begun = new CountDownLatch(1);
    var asked = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> start =
          threads.submit(
              () ->
                  ServerFixture.transactions()
                      .run(
                          contest.scope,
                          tx -> {
                            tx.sql("update campaign set state = 'running' where id = ?")
                                .param(contest.campaign)
                                .update();
                            begun.countDown();
                            await(asked);
                          }));
      begun.await();
      Future<Answer> change =
          threads.submit(
              () -> ServerFixture.put(contest.api + "/contest", Map.of("question", "And now?")));
      Future<Answer> prize = threads.submit(() -> contest.prize("A mug", "8.00 GBP", 1));
      Thread.sleep(500);
      asked.countDown();
      start.get();

      assertThat(change.get().status()).isEqualTo(409);
      assertThat(prize.get().status()).isEqualTo(409);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void prize_theLastIsRemoved_freesItsMoney() {
    var contest = ContestFixture.openFor(3600);
    contest.sql("update campaign set state = 'draft' where id = :id", Map.of());

    assertThat(money(contest).path("left").path("minor").asLong()).isEqualTo(100_000 - 15_800);
    ServerFixture.get(contest.api + "/prizes")
        .json()
        .path("prizes")
        .forEach(
            prize ->
                ContestFixture.expect(
                    200,
                    ServerFixture.delete(contest.api + "/prizes/" + prize.path("id").asString())));

    assertThat(money(contest).path("left").path("minor").asLong()).isEqualTo(100_000);
    assertThat(money(contest).path("planned").isEmpty()).isTrue();
  }

  private static tools.jackson.databind.JsonNode money(ContestFixture contest) {
    return ServerFixture.get(contest.api).json().path("money");
  }

  @Test
  void plan_namedAsWhatTheProductSetsAside_isRefused() {
    var contest = ContestFixture.openFor(3600);

    for (String taken : List.of("prizes", "Referral")) {
      var plan = Map.of("what", taken, "amount", Map.of("minor", 100, "currency", "GBP"));
      var refused = ServerFixture.put(contest.api, Map.of("plans", List.of(plan)));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("set aside where");
    }
  }

  @Test
  void zone_ofTheCampaignChanges_movesTheContestWithItsClock() {
    var contest = ContestFixture.openFor(3600);
    contest.sql("update campaign set state = 'draft' where id = :id", Map.of());
    var before = contest.contest();

    ContestFixture.expect(200, ServerFixture.put(contest.api, Map.of("zone", "America/New_York")));

    var after = contest.contest();
    assertThat(after.path("zone").asString()).isEqualTo("America/New_York");
    assertThat(after.path("closesLocal")).isEqualTo(before.path("closesLocal"));
    assertThat(Instant.parse(after.path("closesAt").asString()))
        .isAfter(Instant.parse(before.path("closesAt").asString()));
  }

  @Test
  void close_ofTheCampaignEarly_endsTheTimeForEntries() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("in@time.test", "Cloud nine");

    ContestFixture.expect(200, ServerFixture.post(contest.api + "/close", Map.of()));

    var late = contest.enter(ContestFixture.form("too@late.test", "Oat so late"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("It closed on");
    assertThat(contest.contest().path("state").asString()).isEqualTo("closed");
    assertThat(contest.look(contest.path()).body()).contains("It closed on");
    assertThat(contest.sealable().closesAt()).isBeforeOrEqualTo(Instant.now());
    assertThat(contest.sealable().lacks())
        .noneMatch(lack -> lack.contains("It takes entries until"));
  }

  @Test
  void closes_hashtagAfterAnEarlyClose_isTooLate() {
    var contest = ContestFixture.openFor(3600);
    contest.sql(
        "update campaign set state = 'closed', closed_at = '2026-11-20T12:00Z' where id = :id",
        Map.of());

    Instant closes =
        ServerFixture.transactions()
            .in(
                contest.scope,
                tx ->
                    CampaignGround.get(tx, contest.campaign)
                        .closes(ContestBook.get(tx, contest.campaign)));

    assertThat(closes).isEqualTo("2026-11-20T12:00:00Z");
  }

  @Test
  void rules_versionThatIsNoNumber_isAnsweredBy400() {
    var contest = ContestFixture.openFor(3600);

    var odd = contest.look(contest.path() + "/rules?v=x");

    assertThat(odd.status()).isEqualTo(400);
    assertThat(odd.body())
        .contains("What the address says of v is not understood.")
        .doesNotContain("java.");
  }
}
