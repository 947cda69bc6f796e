package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wordborne.effect.Check;
import org.wordborne.effect.Entry;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.mailroom.ScriptedSmtp;
import org.wordborne.server.workspace.Journals;

/// A contest that everybody disturbs.
class ContestFaultsTest {

  @Test
  void enter_aSecondAfterTheClose_isRefusedByItsReceipt() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("in@time.test", "Cloud nine");
    contest.close();

    var late = contest.enter(ContestFixture.form("too@late.test", "Oat so late"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("It closed on", "; yours came at");
    assertThat(contest.entries()).hasSize(1);
  }

  @Test
  void enter_whatTheRulesDoNotAllow_namesEachFieldAndKeepsTheWords() {
    var contest = ContestFixture.openFor(3600);
    var form = ContestFixture.form("no mail", "<script>alert(1)</script>");
    form.put("region", "-");
    form.remove("age");
    form.remove("rules");

    var refused = contest.enter(form);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains(
            "as anna@example.org",
            "Only people who live in the places",
            "Only people of 16 and over",
            "without accepting the rules",
            "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script");
    assertThat(contest.entries()).isEmpty();
  }

  @Test
  void enter_mailThatTheMailroomRefuses_isAFaultOfTheFieldAndKeepsTheForm() {
    var contest = ContestFixture.openFor(3600);

    var refused = contest.enter(ContestFixture.form("a@münchen.de", "Oat of all oats"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("as anna@example.org", "a@münchen.de", "Oat of all oats");
    assertThat(contest.entries()).isEmpty();
  }

  @Test
  void enter_withoutTheTimeOfTheForm_countsAsSentAtOnce() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("ring+1@fast.test", "Oat ring");
    contest.entered("ring+2@fast.test", "Oat rong");

    var flagged = ServerFixture.get(contest.api + "/fraud").json().path("components").path(0);

    var kinds = new ArrayList<String>();
    flagged.path("reasons").forEach(reason -> kinds.add(reason.path("kind").asString()));
    assertThat(kinds).contains("mailbox", "fast");
  }

  @Test
  void contest_campaignWithoutOne_answersNothingAndAnUnknownCampaignWithAnError() {
    var none = ContestFixture.none();

    for (String part : List.of("/contest", "/referral")) {
      var empty = ServerFixture.get(none.api + part);
      var unknown = ServerFixture.get("/api/v1/campaigns/" + UUID.randomUUID() + part);

      assertThat(empty.status()).as(part).isEqualTo(204);
      assertThat(empty.body()).isEmpty();
      assertThat(unknown.status()).as(part).isEqualTo(404);
    }
  }

  @Test
  void log_cardTypedAndListSealed_namesWhoDidIt() {
    var contest = ContestFixture.openFor(3600);
    var card = Map.of("name", "Rosa", "words", "Cloud nine", "language", "en");
    ContestFixture.expect(201, ServerFixture.post(contest.api + "/entries", card));
    contest.entered("two@log.test", "Oat two");
    contest.close();
    contest.keepAll();
    ContestFixture.expect(200, ServerFixture.post(contest.api + "/draw/seal", Map.of()));

    var by = new ArrayList<String>();
    for (var line : ServerFixture.get(contest.api + "/contest/log").json().path("lines")) {
      if (List.of("entered", "sealed").contains(line.path("deed").asString())) {
        by.add(line.path("by").asString());
      }
    }

    assertThat(by).hasSize(3);
    assertThat(by.get(1)).isEqualTo("entrant");
    assertThat(by.get(0)).isEqualTo(by.get(2)).isNotIn("entrant", "clock");
  }

  @Test
  void log_exported_isVerifiedByTheKeyOnTheRulesPageUntilALetterChanges() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("ring+1@signed.test", "Oat ring");
    contest.entered("ring+2@signed.test", "Oat rong");
    ContestFixture.expect(200, ServerFixture.get(contest.api + "/fraud"));
    ContestFixture.expect(200, contest.decide(List.of(1, 2), false, "many"));

    String exported = ServerFixture.get(contest.api + "/contest/log").body();
    var log = LogFixture.read(exported);
    String page = contest.look(contest.path() + "/rules").body();
    String key = page.replaceAll("(?s).*Its SHA-256 <code>([0-9a-f]{64})</code>.*", "$1");

    assertThat(log.verify(key, log.head()))
        .hasSize(5)
        .allSatisfy(check -> assertThat(check.holds()).as(check.text()).isTrue());
    assertThat(log.count()).isEqualTo(4);
    assertThat(page).contains(log.publicKey(), log.head(), log.signature(), "after 4 lines");
    assertThat(exported).doesNotContain("signed.test", "Oat ring");
    var changed = LogFixture.read(exported.replaceFirst("\"many\"", "\"rude\""));
    assertThat(changed.verify(key, "").stream().filter(check -> !check.holds()))
        .extracting(Check::text)
        .containsExactly("line 3 was changed, or does not follow from the one before");
  }

  @Test
  void enter_manyTimesAtOnce_leavesOneEntryOfOneAddress() throws Exception {
    var contest = ContestFixture.openFor(3600);
    var answers =
        atOnce(400, i -> () -> contest.enter(ContestFixture.form("one@who.test", "Oat " + i)));

    assertThat(answers).extracting(Answer::status).containsOnly(303, 400, 429);
    assertThat(answers.stream().filter(one -> one.status() == 303)).hasSize(1);
    assertThat(answers.stream().filter(one -> one.status() == 429).findFirst().orElseThrow().body())
        .contains("<h1>", "Too much came from your address");
    assertThat(contest.entries()).hasSize(1);
  }

  @Test
  void award_manyAtOnce_oneHasItTheOthersAreToldWho() throws Exception {
    var contest = ContestFixture.openFor(3600);
    for (int i = 0; i < 8; i++) {
      contest.entered("friend" + (char) ('a' + i) + "@award.test", "Oat " + i);
    }
    contest.close();
    contest.keepAll();
    var codes = contest.sealAndDraw();
    // Both who stand by are used up, then the prize is nobody's.
    String unit = contest.claims().path("claims").path(0).path("id").asString();
    for (int i = 0; i < 3; i++) {
      ContestFixture.expect(
          200, ServerFixture.post(contest.api + "/claims/" + unit + "/expire", Map.of()));
    }
    var numbers = new ArrayList<Integer>();
    // Those without a piece: who has one is not given another.
    var having = new HashSet<String>();
    contest.claims().path("claims").forEach(one -> having.add(one.path("code").asString("")));
    contest
        .entries()
        .forEach(
            entry -> {
              if (!having.contains(entry.path("code").asString())) {
                numbers.add(entry.path("number").asInt());
              }
            });

    var answers =
        atOnce(
            50,
            i ->
                () ->
                    ServerFixture.post(
                        contest.api + "/claims/" + unit + "/award",
                        Map.of("entry", numbers.get(i % numbers.size()))));

    assertThat(codes).hasSize(8);
    assertThat(answers.stream().filter(one -> one.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(one -> one.status() == 409))
        .hasSize(49)
        .allMatch(one -> one.body().contains("already awarded to entry "));
    assertThat(contest.sumsAtEveryLine()).isTrue();
  }

  @Test
  void decline_claimAndIneligible_goToTheNextAndTheLedgerSumsAtEveryLine() {
    var contest = ContestFixture.openFor(3600);
    var receipts = new java.util.HashMap<String, String>();
    for (int i = 0; i < 7; i++) {
      String receipt = contest.entered("who" + (char) ('a' + i) + "@path.test", "Oat " + i);
      receipts.put(receipt.substring(5, 15), receipt);
    }
    contest.close();
    contest.keepAll();
    var codes = contest.sealAndDraw();
    String first = receipts.get(codes.getFirst());
    String second = receipts.get(codes.get(1));
    String unit = unit(contest, codes.getFirst());
    String other = unit(contest, codes.get(1));

    assertThat(contest.act(first, "decline", Map.of()).status()).isEqualTo(303);
    var claim = Map.of("region", "GB", "age", "yes", "where", "1 High St", "shown", "Ana C.");
    ContestFixture.expect(303, contest.act(second, "claim", claim));
    var early = ServerFixture.post(contest.api + "/claims/" + other + "/ship", Map.of());
    ContestFixture.expect(
        200,
        ServerFixture.post(contest.api + "/claims/" + other + "/verify", Map.of("eligible", true)));
    ContestFixture.expect(
        200, ServerFixture.post(contest.api + "/claims/" + other + "/ship", Map.of()));
    ContestFixture.expect(
        200, ServerFixture.post(contest.api + "/claims/" + other + "/deliver", Map.of()));

    assertThat(early.status()).isEqualTo(409);
    assertThat(code(contest, unit)).isEqualTo(codes.get(4));
    assertThat(contest.look(second).body()).contains("It is with you");
    assertThat(contest.look(first).body()).doesNotContain("Claim it");
    assertThat(contest.sumsAtEveryLine()).isTrue();
    var log = ServerFixture.get(contest.api + "/contest/log").json();
    assertThat(log.path("whole").asBoolean()).isTrue();
    assertThat(log.toString()).doesNotContain("path.test", "High St", "Ana C.");
  }

  @Test
  void appeal_inTimeAndLate_andNotToWhoDecided() {
    var contest = ContestFixture.openFor(3600);
    String ring1 = contest.entered("ring+1@box.test", "Oat ring");
    String ring2 = contest.entered("ring+2@box.test", "Oat rong");
    var flagged = ServerFixture.get(contest.api + "/fraud").json().path("components").path(0);
    assertThat(flagged.path("entries")).hasSize(2);
    assertThat(flagged.toString()).doesNotContain("box.test", "Somebody");
    ContestFixture.expect(200, contest.decide(List.of(1, 2), false, "many"));
    assertThat(contest.decide(List.of(1), true, "fine").status()).isEqualTo(409);

    assertThat(contest.look(ring1).body()).contains("one person entered many times", "Appeal");
    ContestFixture.expect(
        303, contest.act(ring1, "appeal", Map.of("words", "We are twins, two of us.")));
    contest.sql(
        "update entry_flag set decided_at = now() - interval '8 days' where contest = :id",
        Map.of());
    var late = contest.act(ring2, "appeal", Map.of("words", "Late."));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("The time for appeals ended on", "(UTC)");
    String appeal = contest.claims().path("appeals").path(0).path("id").asString();
    var answer =
        ServerFixture.post(
            contest.api + "/appeals/" + appeal + "/answer",
            Map.of("reverse", true, "answer", "Seen at the counter: two people."));
    assertThat(answer.status()).isIn(200, 403);
  }

  @Test
  void forget_beforeAndAfterTheSeal_leavesNoWordAndThePrizeGoesOn() {
    var contest = ContestFixture.openFor(3600);
    var receipts = new java.util.HashMap<String, String>();
    for (int i = 0; i < 8; i++) {
      String receipt = contest.entered("some" + (char) ('a' + i) + "@gone.test", "Secret" + i);
      receipts.put(receipt.substring(5, 15), receipt);
    }
    String before = contest.entered("early@gone.test", "Forget these words");
    ContestFixture.expect(200, contest.act(before, "forget", Map.of()));
    assertThat(contest.look(before).status()).isEqualTo(404);
    contest.close();
    contest.keepAll();
    var lines = contest.sealable().entries();
    assertThat(lines).extracting(Entry::status).contains("withdrawn");
    var codes = contest.sealAndDraw();
    String unit = unit(contest, codes.getFirst());

    ContestFixture.expect(200, contest.act(receipts.get(codes.getFirst()), "forget", Map.of()));

    assertThat(code(contest, unit)).isEqualTo(codes.get(4));
    var after = contest.sealable().entries();
    assertThat(after).isEqualTo(lines);
    assertThat(contest.entries().toString()).doesNotContain("Forget these words");
    assertThat(contest.sumsAtEveryLine()).isTrue();
  }

  @Test
  void seal_thenEnterOrChange_isRefusedByTheTableItself() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("a@seal.test", "Oat a");
    contest.close();
    contest.keepAll();
    contest.sealAndDraw();

    assertThatThrownBy(
            () ->
                contest.sql(
                    "update entry set status = 'excluded-many' where contest = :id", Map.of()))
        .hasMessageContaining("is sealed");
    assertThat(contest.decide(List.of(1), false, "many").status()).isEqualTo(409);
    var log =
        ServerFixture.bean(Journals.class)
            .firstBroken(contest.scope, "adjudication/" + contest.campaign);
    assertThat(log).isEmpty();
  }

  @Test
  void draw_sealedOverHttp_sealsTheContestAndWaitsForItsRound() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("one@draw.test", "Oat one");
    contest.entered("two@draw.test", "Oat two");
    contest.close();
    contest.keepAll();

    var sealed = ServerFixture.post(contest.api + "/draw/seal", Map.of());
    var early = ServerFixture.post(contest.api + "/draw/run", Map.of());

    assertThat(sealed.status()).as(sealed.body()).isEqualTo(200);
    assertThat(contest.contest().path("state").asString()).isEqualTo("sealed");
    assertThat(contest.enter(ContestFixture.form("late@draw.test", "Oat")).status()).isEqualTo(409);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body()).contains("Round ", " is due at ");
    assertThat(contest.look(contest.path()).body()).contains("closed and sealed");
    assertThat(contest.look(contest.path() + "/draw").status()).isEqualTo(200);
  }

  @Test
  void sealable_openOrUndecidedOrBare_saysWhatLacks() {
    var contest = ContestFixture.openFor(3600);
    contest.entered("ring+1@lack.test", "Oat ring");
    contest.entered("ring+2@lack.test", "Oat rong");

    assertThat(contest.sealable().lacks().toString()).contains("It takes entries until");
    contest.close();
    assertThat(contest.sealable().lacks().toString())
        .contains("2 flagged entries wait for a decision.");
    contest.keepAll();
    assertThat(contest.sealable().lacks()).isEmpty();
  }

  @Test
  void enter_mailSetUp_sendsAReceiptToThePageOfOursAlone() {
    var smtp = new ScriptedSmtp(ServerFixture.allowedPort());
    ServerFixture.put(
        "/api/v1/mail",
        Map.of("host", "127.0.0.1", "port", smtp.port(), "tls", "none", "from", "w@lantern.test"));
    try {
      var contest = ContestFixture.openFor(3600);
      String receipt = contest.entered("mail@me.test", "Oat by mail");

      assertThat(contest.look(receipt).body()).contains("and by mail", "Oat by mail");
      assertThat(contest.look(receipt.replaceAll("k=.{4}", "k=AAAA")).status()).isEqualTo(404);
      assertThat(contest.look(contest.path() + "?lang=de").body())
          .contains("Teilnehmen", "Es kostet nichts", "Vereinigtes Königreich");
    } finally {
      ServerFixture.put("/api/v1/mail", Map.of("host", ""));
      smtp.close();
    }
  }

  private static String unit(ContestFixture contest, String code) {
    for (var claim : contest.claims().path("claims")) {
      if (claim.path("code").asString().equals(code)) {
        return claim.path("id").asString();
      }
    }
    throw new AssertionError(code);
  }

  private static String code(ContestFixture contest, String unit) {
    for (var claim : contest.claims().path("claims")) {
      if (claim.path("id").asString().equals(unit)) {
        return claim.path("code").asString();
      }
    }
    throw new AssertionError(unit);
  }

  private interface Task {
    Callable<Answer> of(int number);
  }

  private static List<Answer> atOnce(int times, Task task) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new ArrayList<Future<Answer>>();
      for (int i = 0; i < times; i++) {
        waiting.add(threads.submit(task.of(i)));
      }
      var answers = new ArrayList<Answer>();
      for (Future<Answer> one : waiting) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
