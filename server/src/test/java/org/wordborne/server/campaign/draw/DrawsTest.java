package org.wordborne.server.campaign.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.wordborne.effect.Draw;
import org.wordborne.effect.Entry;
import org.wordborne.effect.EntryList;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// A contest is sealed, waits for its beacon, is drawn once, and the proof holds elsewhere.
class DrawsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T18:00:04.250Z");
  private static TestBeacon beacon;

  private final TestContest contest = new TestContest();
  private final UUID id = UUID.randomUUID();
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn by = new SignedIn(null, scope.workspace(), "test", "owner");
  private Instant now = NOW;
  private final Draws draws = draws();
  private final Proofs proofs = ServerFixture.bean(Proofs.class);

  @BeforeAll
  static void open() {
    beacon = new TestBeacon(ServerFixture.allowedPort());
  }

  @AfterAll
  static void close() {
    beacon.close();
  }

  private Draws draws() {
    beacon.mood("honest");
    return TestDraws.of(contest, beacon, () -> now);
  }

  @Test
  void seal_closedContest_publishesListRuleAndHashOfSecretBeforeTheNumberExists() {
    DrawView view = draws.seal(by, id, null);

    var sealed = Objects.requireNonNull(view.beacon());
    assertThat(view.state()).isEqualTo("sealed");
    assertThat(view.steps().get(1).values().get("root"))
        .isEqualTo(hex(list(contest.entries).root()));
    assertThat(sealed.due()).isBetween(NOW.plusSeconds(599), NOW.plusSeconds(603));
    assertThat(sealed.standIn()).isTrue();
    assertThat(contest.sealedAt).isEqualTo("2026-11-27T18:00:04Z");
    assertThatThrownBy(() -> draws.seal(by, id, null)).isInstanceOf(ConflictException.class);
  }

  @Test
  void seal_flagsUndecided_saysSo() {
    contest.lacks.add("2 flagged entries are not decided.");

    assertThatThrownBy(() -> draws.seal(by, id, null))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("2 flagged entries are not decided.");
    assertThatThrownBy(() -> draws.run(scope, id)).isInstanceOf(ConflictException.class);
  }

  @Test
  void seal_numberWithinFiveMinutes_isRefused() {
    assertThatThrownBy(() -> draws.seal(by, id, NOW.plusSeconds(299)))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void run_beforeTheRound_isRefusedWithItsTime() {
    draws.seal(by, id, NOW.plusSeconds(720));

    assertThatThrownBy(() -> draws.run(scope, id))
        .isInstanceOf(ConflictException.class)
        .hasMessageMatching(
            "Round \\d+ of A beacon for tests is due at 2026-11-27T18:12:0.Z, in 1[23] min\\.");
    assertThatThrownBy(() -> draws.beacon(scope, id, round(), beacon.signature(round())))
        .isInstanceOf(ConflictException.class);
    draws.runDue(scope);
    assertThat(draws.of(scope, id).state()).isEqualTo("sealed");
  }

  @Test
  void runDue_roundIsThere_drawsOnceAndTheProofHoldsElsewhere(@TempDir Path folder)
      throws Exception {
    draws.seal(by, id, null);
    now = NOW.plusSeconds(605);

    draws.runDue(scope);
    DrawView view = draws.of(scope, id);
    draws.runDue(scope);
    draws.run(scope, id);
    DrawProof proof = proofs.proof(scope, id);

    assertThat(view.state()).isEqualTo("drawn");
    assertThat(view.winners())
        .extracting(DrawView.DrawWinner::prize)
        .containsExactly("A year of Saturdays", "Northbank beans, 1 kg");
    assertThat(view.alternates()).hasSize(1);
    assertThat(contest.timesDrawn).isOne();
    assertThat(contest.places)
        .extracting(Contests.Drawn::code)
        .doesNotHaveDuplicates()
        .doesNotContain("C0FFEE1234")
        .hasSize(3);
    assertThat(contest.places)
        .extracting(Contests.Drawn::prize)
        .containsExactly("saturdays", "beans", null);
    assertThat(beacon.holds(proof.json())).containsExactly(true, true, true, true);
    assertThat(python(folder, proof.json()))
        .containsPattern("rule +holds")
        .containsPattern("seal +holds")
        .containsPattern("draw +holds");
    String other = proof.json().replace("\\t1\\tvalid", "\\t9\\tvalid");
    assertThat(beacon.holds(other)).containsExactly(true, false, true, false);
    assertThat(python(folder, other)).containsPattern("seal +fails");
  }

  @Test
  void run_fiftyAtOnce_drawsOnce() throws InterruptedException {
    draws.seal(by, id, null);
    now = NOW.plusSeconds(605);
    var tasks = new ArrayList<Callable<String>>();
    for (int i = 0; i < 50; i++) {
      tasks.add(() -> draws.run(scope, id).steps().get(3).values().get("seed"));
    }

    var seeds = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(tasks)) {
        seeds.add(done.resultNow());
      }
    }

    assertThat(Set.copyOf(seeds)).hasSize(1);
    assertThat(contest.timesDrawn).isOne();
  }

  @Test
  void beacon_otherRoundOrSignature_isRefusedAndTheRightOneTaken() {
    draws.seal(by, id, null);
    long round = round();
    now = NOW.plusSeconds(605);
    String right = beacon.signature(round);
    String flipped = right.substring(0, 95) + (right.endsWith("0") ? "1" : "0");

    assertThatThrownBy(() -> draws.beacon(scope, id, round + 1, beacon.signature(round + 1)))
        .isInstanceOf(BadInputException.class);
    for (String wrong : List.of(beacon.signature(round + 1), flipped, "abc", "00".repeat(48))) {
      assertThatThrownBy(() -> draws.beacon(scope, id, round, wrong))
          .isInstanceOf(BadInputException.class);
    }
    assertThat(draws.beacon(scope, id, round, right).state()).isEqualTo("drawn");
  }

  @Test
  void runDue_relaySilentOrLying_waitsAndTakesTheNumberByHand() {
    draws.seal(by, id, null);
    now = NOW.plusSeconds(605);
    for (String mood : List.of("silent", "lies")) {
      beacon.mood(mood);
      draws.runDue(scope);
      now = now.plusSeconds(4);
    }
    DrawView waiting = draws.of(scope, id);

    assertThat(waiting.state()).isEqualTo("waiting");
    assertThat(Objects.requireNonNull(waiting.beacon()).trouble())
        .contains("gave a signature that does not hold");
    assertThat(draws.beacon(scope, id, round(), beacon.signature(round())).state())
        .isEqualTo("drawn");
  }

  @Test
  void runDue_oneDrawFails_keepsWhyRestsAndDrawsTheOthers() {
    UUID other = UUID.randomUUID();
    contest.broken = id;
    draws.seal(by, id, null);
    now = NOW.plusSeconds(10);
    draws.seal(by, other, null);
    now = NOW.plusSeconds(615);

    draws.runDue(scope);

    assertThat(Objects.requireNonNull(draws.of(scope, id).beacon()).trouble())
        .isEqualTo("It could not be drawn; the server's log says why");
    List<UUID> due = ServerFixture.transactions().in(scope, tx -> DrawBook.due(tx, now));
    assertThat(due).isEmpty();
    assertThat(draws.of(scope, other).state()).isEqualTo("drawn");
  }

  @Test
  void run_entryChangedAfterTheSeal_drawsTheSealedListAndNamesTheEntry() {
    draws.seal(by, id, null);
    Entry was = contest.entries.get(1);
    contest.entries.set(1, new Entry(was.code(), was.group(), 500_000, was.status(), was.digest()));
    contest.entries.remove(0);
    contest.entries.add(new Entry("ZZZZZZZZZZ", 9, 1, "valid", was.digest()));
    now = NOW.plusSeconds(605);

    DrawView view = draws.run(scope, id);

    assertThat(view.changes())
        .containsExactly(
            "Entry 1 (2F7K9QX4MB) was taken away after the seal; the draw uses the sealed list.",
            "Entry 2 (3A5M8RTC1Z) was changed after the seal; the draw uses the sealed list.",
            "Entry ZZZZZZZZZZ came after the seal and is not drawn from.");
    assertThat(beacon.holds(proofs.proof(scope, id).json()))
        .containsExactly(true, true, true, true);
  }

  @Test
  void page_ofADrawnContest_showsFourStepsWinnersAndOnesOwnEntry() {
    draws.seal(by, id, null);
    now = NOW.plusSeconds(605);
    draws.run(scope, id);
    var shown =
        new DrawShown(
            "/p/c/door", DrawWords.of(false), ZoneId.of("Europe/London"), "Lantern <Café>");
    DrawView view = draws.shown(scope, id).orElseThrow();

    String page =
        shown.page(view, "2F7K9QX4MB", proofs.entry(scope, id, "2F7K9QX4MB").orElseThrow()).done();
    String none = shown.page(view, "2F7K9QX4M0", null).done();

    assertThat(page)
        .contains("Fri 27 Nov 2026, 18:00:04 (Europe/London)")
        .contains("Entry 1 of 5, sealed on")
        .contains("Lantern &lt;Café&gt;")
        .contains(view.steps().get(1).values().get("root"))
        .contains(view.steps().get(2).values().get("signature"))
        .contains("A year of Saturdays")
        .contains("/p/c/door/draw/oat-week.proof")
        .contains("stand-in")
        .doesNotContain("<script", "null");
    assertThat(none).contains("No entry with the code 2F7K9QX4M0 was sealed.");
    assertThat(
            new DrawShown("/p/c/door", DrawWords.of(true), ZoneId.of("Europe/Berlin"), "L")
                .page(view, "", null)
                .done())
        .contains("27. November 2026, 19:00:04 (Europe/Berlin)");
  }

  @Test
  void tables_ofADraw_cannotBeChanged() {
    draws.seal(by, id, null);

    for (String change :
        List.of(
            "update draw_seal set round = round + 1",
            "delete from draw_list",
            "update draw_result set seed = ''")) {
      assertThatThrownBy(
              () -> ServerFixture.transactions().run(scope, tx -> tx.sql(change).update()))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
    }
  }

  private long round() {
    return Objects.requireNonNull(draws.of(scope, id).beacon()).round();
  }

  private static String python(Path folder, String json) throws IOException, InterruptedException {
    Path proof = Files.writeString(folder.resolve("oat.proof"), json);
    Path script = folder.resolve("draw-verify.py");
    try (var in = Draw.class.getResourceAsStream("draw-verify.py")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    Process process =
        new ProcessBuilder("python3", script.toString(), proof.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
    return out;
  }

  private static EntryList list(List<Entry> entries) {
    try {
      return EntryList.of(entries);
    } catch (org.wordborne.effect.DrawException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
