package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// Who gets a piece, and who gets none besides.
class ContestClaimsTest {
  private final ContestFixture contest = ContestFixture.openFor(3600);
  private final Map<String, String> receipts = new HashMap<>();
  private List<String> codes = List.of();

  /* Eight entries: one wins the first prize, three the second, two stand by, two get nothing. */
  private void draw() {
    for (int i = 0; i < 8; i++) {
      String mail = "who" + (char) ('a' + i) + "@claims" + contest.tag + ".test";
      String receipt = contest.entered(mail, "Oat " + i);
      receipts.put(receipt.substring(5, 15), receipt);
    }
    contest.close();
    contest.keepAll();
    codes = contest.sealAndDraw();
  }

  @Test
  void give_toWhoHasAPieceOrIsForgotten_isRefused() {
    draw();
    String free = freed();
    ContestFixture.expect(200, contest.act(receipts.get(codes.get(7)), "forget", Map.of()));

    var twice = give(free, codes.get(1));
    var forgotten = give(free, codes.get(7));

    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.body()).contains("Entry " + number(codes.get(1)) + " has a prize already.");
    assertThat(forgotten.status()).isEqualTo(409);
    assertThat(forgotten.body()).contains("was forgotten; name another one.");
    assertThat(contest.look(receipts.get(codes.get(1))).status()).isEqualTo(200);
  }

  @Test
  void give_toWhoStandsBy_leavesTheNextInTheirPlace() {
    draw();
    // The first prize is nobody's, while the first who stands by waits again.
    String first = freed();
    contest.sql("update alternate set used = false where contest = :id and place <= 2", Map.of());
    ContestFixture.expect(200, give(first, codes.get(4)));

    ContestFixture.expect(303, contest.act(receipts.get(codes.get(1)), "decline", Map.of()));

    var all = pieces();
    assertThat(all.get(codes.get(4))).isEqualTo(first);
    assertThat(all).containsKey(codes.get(5)).hasSize(4);
    assertThat(contest.look(receipts.get(codes.get(4))).status()).isEqualTo(200);
    assertThat(contest.deeds(codes.get(4))).endsWith("drawn", "unreachable", "given");
  }

  @Test
  void expireDue_moreTimeGivenMeanwhile_leavesThePieceWithItsWinner() {
    draw();
    String winner = codes.getFirst();
    String unit = pieces().get(winner);
    var claims = ServerFixture.bean(ClaimDesk.class);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ServerFixture.transactions()
          .run(
              contest.scope,
              tx -> {
                ContestBook.hold(tx, contest.campaign);
                CompletableFuture.runAsync(() -> due(unit, "- 1 hour"), threads).join();
                var passing = threads.submit(() -> claims.expireDue(contest.scope));
                awaitALockOrEnd(tx, passing);
                CompletableFuture.runAsync(() -> due(unit, "1 day"), threads).join();
              });
    }

    assertThat(pieces().get(winner)).isEqualTo(unit);
  }

  private void due(String unit, String from) {
    contest.sql(
        "update prize_unit set claim_by = now() + :from::interval where id = :unit::uuid",
        Map.of("from", from, "unit", unit));
  }

  /* At most five seconds, as the step may come to its end without waiting for anybody. */
  private static void awaitALockOrEnd(JdbcClient tx, Future<?> step) {
    var waiting = tx.sql("select exists (select 1 from pg_locks where not granted)");
    for (int i = 0; i < 100 && !step.isDone(); i++) {
      if (waiting.query(Boolean.class).single()) {
        return;
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /* Uses up both who stand by and leaves the first prize nobody's. */
  private String freed() {
    String unit = pieces().get(codes.getFirst());
    for (int i = 0; i < 3; i++) {
      ContestFixture.expect(
          200, ServerFixture.post(contest.api + "/claims/" + unit + "/expire", Map.of()));
    }
    return unit;
  }

  private Answer give(String unit, String code) {
    return ServerFixture.post(
        contest.api + "/claims/" + unit + "/award", Map.of("entry", number(code)));
  }

  /* By the code of whose they are. */
  private Map<String, String> pieces() {
    var pieces = new TreeMap<String, String>();
    for (var claim : contest.claims().path("claims")) {
      if (!claim.path("code").isNull()) {
        pieces.put(claim.path("code").asString(), claim.path("id").asString());
      }
    }
    return pieces;
  }

  private int number(String code) {
    var numbers = new ArrayList<Integer>();
    for (var entry : contest.entries()) {
      if (entry.path("code").asString().equals(code)) {
        numbers.add(entry.path("number").asInt());
      }
    }
    return numbers.getFirst();
  }
}
