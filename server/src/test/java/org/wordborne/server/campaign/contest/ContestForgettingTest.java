package org.wordborne.server.campaign.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.query.Post;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.campaign.draw.DrawView.DrawWinner;
import org.wordborne.server.campaign.draw.TestDraws;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Understanding;

/// What is left of those who go.
class ContestForgettingTest {
  private final ContestFixture contest = ContestFixture.openFor(3600);

  @Test
  void follow_wordsOfAForgottenEntryAgain_doNotEnterAnew() {
    var word = word("rosa", null);
    follow(word);
    assertThat(contest.entries()).hasSize(1);

    ContestFixture.expect(200, contest.act(receipt(), "forget", Map.of()));
    follow(word);

    assertThat(contest.entries()).hasSize(1);
    assertThat(contest.entries().path(0).path("status").asString()).isEqualTo("withdrawn");
    assertThat(contest.entries().path(0).path("words").asString()).isEmpty();
    follow(word("rosa", null)); // another post of theirs
    assertThat(contest.entries()).hasSize(2);
  }

  @Test
  void follow_postDeletedAfterTheSeal_losesItsWordsAndStaysInTheList() {
    var word = word("rosa", null);
    follow(word);
    contest.close();
    contest.keepAll();
    var lines = contest.sealable().entries();
    contest.sealAndDraw();

    follow(word(word.id(), "rosa", Instant.now()));

    assertThat(contest.entries().path(0).path("words").asString()).isEmpty();
    assertThat(contest.entries().path(0).path("mentionId").isNull()).isTrue();
    assertThat(contest.sealable().entries()).isEqualTo(lines);
    assertThat(contest.claims().path("claims").path(0).path("state").asString())
        .isEqualTo("awarded");
  }

  @Test
  void run_winnerForgottenBetweenSealAndDraw_isPassedOverAndTheProofHolds() {
    var receipts = new HashMap<String, String>();
    for (int i = 0; i < 8; i++) {
      String receipt = contest.entered("some" + (char) ('a' + i) + "@between.test", "Oat " + i);
      receipts.put(receipt.substring(5, 15), receipt);
    }
    String gone = receipts.keySet().iterator().next();
    // So heavy that it is drawn, but for once in 10²⁰ times.
    contest.sql(
        "update entry set weight = 999999 where contest = :id and code = :code",
        Map.of("code", gone));
    contest.close();
    contest.keepAll();
    try (var draws = new TestDraws()) {
      draws.seal(contest.by, contest.campaign);
      ContestFixture.expect(200, contest.act(receipts.get(gone), "forget", Map.of()));

      var drawn = draws.run(contest.scope, contest.campaign);

      var winners = drawn.winners().stream().map(DrawWinner::code).toList();
      var expected = new HashSet<>(winners);
      expected.remove(gone);
      expected.add(drawn.alternates().getFirst().code());
      assertThat(winners).contains(gone);
      assertThat(holders()).isEqualTo(expected).hasSize(4);
      assertThat(drawn.changes()).isEmpty();
      String proof = draws.proof(contest.scope, contest.campaign);
      assertThat(proof).contains(gone + "\\t");
      assertThat(draws.holds(proof)).containsExactly(true, true, true, true);
      assertThat(contest.claims().path("standingBy").asInt()).isOne();
      assertThat(contest.look(contest.path() + "/draw?code=" + gone).body()).contains(gone);
      assertThat(contest.sumsAtEveryLine()).isTrue();
    }
  }

  @Test
  void follow_postInTwoContestsDeleted_leavesBoth() {
    var other = ContestFixture.openFor(3600);
    UUID id = UUID.randomUUID();
    String text = "Cloud nine #%s #%s".formatted(contest.tag, other.tag);

    follow(word(id, "rosa", null, text));
    assertThat(List.of(contest.entries().size(), other.entries().size())).containsExactly(1, 1);
    follow(word(id, "rosa", Instant.now(), text));

    for (var one : List.of(contest, other)) {
      assertThat(one.entries().path(0).path("status").asString()).isEqualTo("withdrawn");
      assertThat(one.entries().path(0).path("words").asString()).isEmpty();
    }
  }

  private Set<String> holders() {
    var codes = new HashSet<String>();
    contest.claims().path("claims").forEach(claim -> codes.add(claim.path("code").asString("")));
    return codes;
  }

  /* The page of the only entry, as its owner got it. */
  private String receipt() {
    var code = contest.entries().path(0).path("code").asString();
    return ServerFixture.transactions()
        .in(
            contest.scope,
            tx -> {
              var entry = EntryBook.byCode(tx, code).orElseThrow();
              byte[] key = Objects.requireNonNull(EntryBook.secret(tx, entry.id(), "key"));
              var box = ServerFixture.bean(org.wordborne.server.workspace.SecretBox.class);
              return "/p/e/" + code + "?k=" + box.open(entry.id(), key);
            });
  }

  private void follow(Mention word) {
    var follower = ServerFixture.bean(ContestFollower.class);
    ServerFixture.transactions()
        .run(contest.scope, tx -> follower.follow(contest.scope, List.of(word), tx));
    follower.followed(contest.scope, List.of(word));
  }

  private Mention word(String author, Instant deleted) {
    return word(UUID.randomUUID(), author, deleted);
  }

  private Mention word(UUID id, String author, Instant deleted) {
    return word(id, author, deleted, "Cloud nine #" + contest.tag);
  }

  private Mention word(UUID id, String author, Instant deleted, String text) {
    var handle = UUID.nameUUIDFromBytes(author.getBytes(StandardCharsets.UTF_8));
    Instant now = Instant.now();
    return new Mention(
        id,
        1,
        now,
        now,
        null,
        deleted,
        "forum",
        null,
        "",
        id.toString(),
        "https://forum.example/" + id,
        "",
        text,
        "",
        "en",
        new Mention.Author(handle, author, author, "", 10),
        "",
        "",
        "",
        new Post.Engagement(0, 0, 0, 0),
        List.of(),
        List.of(),
        new Understanding(
            "neutral", .1, .1, .8, .1, Map.of(), Map.of(), 0, 0, 0, .9, List.of(), Set.of()),
        Set.of(),
        77,
        false,
        false);
  }
}
