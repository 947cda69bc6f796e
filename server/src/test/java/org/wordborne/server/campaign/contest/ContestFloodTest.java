package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;

/// The form of a contest, filled in ten thousand times by a program.
@Tag("second-stage")
class ContestFloodTest {
  private static final int POSTS = 10_000;
  private static final int AT_ONCE = 100;
  private static final int LET_IN = 200; // at one contest in an hour, whatever comes

  private final ContestFixture contest = ContestFixture.openFor(3600);

  @Test
  void enter_tenThousandTimes_letsAFewInFlaggedTellsTheRestAndTakesTheHonestOne() throws Exception {
    String token = token();
    var answers = new ArrayList<Answer>();
    String receipt;
    var pages = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent = new ArrayList<Future<Answer>>();
      var halfway = new CountDownLatch(POSTS / 2);
      var places = new Semaphore(AT_ONCE);
      for (int i = 0; i < POSTS; i++) {
        String mail = "bot" + i + "@flood.test";
        sent.add(threads.submit(() -> post(mail, token, places, halfway)));
      }
      halfway.await();
      receipt = honest();
      for (String page : List.of(contest.path(), contest.path() + "/rules", receipt)) {
        pages.add(contest.look(page).status());
      }
      pages.add(ServerFixture.get(contest.api + "/contest").status());
      for (Future<Answer> one : sent) {
        answers.add(one.get());
      }
    }

    var in = answers.stream().filter(one -> one.status() == 303).toList();
    var told = answers.stream().filter(one -> one.status() == 429).toList();
    assertThat(answers).hasSize(POSTS);
    assertThat(in.size() + told.size()).isEqualTo(POSTS); // each one was answered
    assertThat(in).hasSizeBetween(40, LET_IN);
    assertThat(told)
        .allMatch(one -> one.body().contains("Too much came from your address in a short time."))
        .allMatch(one -> one.body().contains("Nothing was kept; try again shortly."))
        .allMatch(one -> !one.header("Retry-After").isEmpty());
    assertThat(pages).containsOnly(200);
    assertThat(contest.look(receipt).body()).contains("Cloud nine, said an honest woman");
    assertFlaggedButTheHonest(in.size());
  }

  /* What was let in is all there, and a person looks at all of it but at the honest one. */
  private void assertFlaggedButTheHonest(int letIn) {
    contest.close();
    ServerFixture.get(contest.api + "/fraud");
    var flags = new TreeMap<String, Integer>();
    String honest = "";
    for (var entry : contest.entries()) {
      String flag = entry.path("flag").asString("none");
      if (entry.path("words").asString().startsWith("Cloud nine")) {
        honest = entry.path("status").asString() + " " + flag;
      } else {
        flags.merge(flag, 1, Integer::sum);
      }
    }
    assertThat(flags).isEqualTo(Map.of("open", letIn));
    assertThat(honest).isIn("valid none", "valid sample");
  }

  private Answer post(String mail, String token, Semaphore places, CountDownLatch halfway)
      throws InterruptedException {
    places.acquire();
    try {
      var form = ContestFixture.form(mail, "Oat so good, all of you should pick this one");
      form.put("t", token);
      return contest.enter(form);
    } finally {
      places.release();
      halfway.countDown();
    }
  }

  /* Somebody at home, with an address of their own, while the others still come. */
  private String honest() {
    var form = ContestFixture.form("rosa@home.test", "Cloud nine, said an honest woman");
    return ContestFixture.expect(303, contest.enterFrom("127.0.8.1", form)).header("Location");
  }

  private String token() {
    var hidden = Pattern.compile("name=\"t\" value=\"([^\"]+)\"");
    var found = hidden.matcher(contest.look(contest.path()).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
