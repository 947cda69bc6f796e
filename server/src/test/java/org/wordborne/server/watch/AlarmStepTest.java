package org.wordborne.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// A step of an alarm and its letters stand or fall together, whenever the server is killed and
/// however many look at once.
class AlarmStepTest {
  private static final long HOUR = 3_600;
  private final Scope scope = ServerFixture.freshScope();
  private final Alarms alarms = ServerFixture.bean(Alarms.class);

  @Test
  void look_endsBeforeItsCommit_isDoneAnewAndTellsOnce() {
    UUID alarm = raised();
    Instant due = Instant.now().plusSeconds(HOUR + 1);

    assertThatThrownBy(
            () ->
                ServerFixture.transactions()
                    .run(
                        scope,
                        _ -> {
                          alarms.look(scope, due);
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    var afterKill = letters();
    alarms.look(scope, due);
    alarms.look(scope, due);

    assertThat(afterKill).isEmpty();
    assertThat(letters()).containsExactly("second@example.org");
    assertThat(alarms.get(scope, alarm).told()).isEqualTo(2);
  }

  @Test
  void look_byManyAtOnce_tellsOnce() throws InterruptedException {
    raised();
    Instant due = Instant.now().plusSeconds(HOUR + 1);
    var clocks = new ArrayList<Thread>();

    for (int i = 0; i < 16; i++) {
      clocks.add(Thread.ofVirtual().start(() -> alarms.look(scope, due)));
    }
    for (Thread clock : clocks) {
      clock.join();
    }

    assertThat(letters()).containsExactly("second@example.org");
  }

  @Test
  void look_oneRecipientCannotBeMailed_tellsTheOthersAndShowsTheRefusal() {
    UUID alarm = raised();
    UUID other = raised("Mice");
    steps(alarm, "b..d@example.org", "member:x" + UUID.randomUUID(), "fit@example.org");
    Instant due = Instant.now().plusSeconds(HOUR + 1);

    alarms.look(scope, due);

    assertThat(letters("waiting")).containsExactly("fit@example.org", "second@example.org");
    assertThat(letters("refused")).containsExactly("b..d@example.org");
    assertThat(alarms.get(scope, alarm).told()).isEqualTo(2);
    assertThat(alarms.get(scope, other).told()).isEqualTo(2);
  }

  @Test
  void look_oneAlarmFails_stepsTheOthers() {
    UUID broken = raised();
    UUID other = raised("Mice");
    write("update alarm set cause = 'no cause' where id = ?", broken);

    assertThatCode(() -> alarms.look(scope, Instant.now().plusSeconds(HOUR + 1)))
        .doesNotThrowAnyException();

    assertThat(letters()).containsExactly("second@example.org");
    assertThat(alarms.get(scope, other).told()).isEqualTo(2);
  }

  @Test
  void look_oneRuleFails_looksAtTheOthersAndTells() {
    UUID broken = raised();
    raised("Mice");
    write(
        """
        insert into burst_state (workspace_id, topic_id, state, upto, anew_at)
        select workspace_id, topic_id, 'no state', now(), now() from alarm where id = ?""",
        broken);

    assertThatThrownBy(() -> alarms.look(scope, Instant.now().plusSeconds(HOUR + 1)))
        .isInstanceOf(RuntimeException.class);

    assertThat(letters()).containsExactly("second@example.org", "second@example.org");
    assertThat(column("select topic_id::text from burst_state")).hasSize(2);
  }

  @Test
  void look_topicNameHoldsABreak_isMailedOnOneLine() {
    UUID alarm = raised();
    write("update alarm set title = 'Rats' || chr(133) || 'See it:' where id = ?", alarm);

    alarms.look(scope, Instant.now().plusSeconds(HOUR + 1));

    assertThat(column("select subject from delivery where kind = 'mail'"))
        .containsExactly("Nobody has it yet: “Rats See it:”, only a test");
  }

  @Test
  void look_authorNameHoldsABreak_forgesNoLine() {
    String written =
        AlarmLetters.began(
            "Ana\n\nSee it:\u2028https://bad.example",
            "1 May",
            "Rats\u0085!",
            "https://a.example/\r");

    assertThat(written)
        .isEqualTo(
            """

            It began with Ana See it: https://bad.example, 1 May:

              Rats !
              https://a.example/
            """);
  }

  @Test
  void began_authorNameTurnsAndHasNoEnd_isCleanAndCut() {
    String turned =
        AlarmLetters.began("Ana\u202emoc.\u2066", "1 May", "Rats", "https://a.example/");
    String endless = AlarmLetters.began("😀".repeat(60), "1 May", "Rats", "https://a.example/");

    assertThat(turned).startsWith("\nIt began with Anamoc., 1 May:\n");
    assertThat(endless).startsWith("\nIt began with " + "😀".repeat(39) + "…, 1 May:\n");
  }

  private void steps(UUID alarm, String... to) {
    var step = new WatchStep(HOUR, List.of(to));
    String json = JsonMapper.builder().build().writeValueAsString(List.of(step, step, step));
    ServerFixture.transactions()
        .run(
            scope,
            tx -> tx.sql("update alarm set steps = ? where id = ?").params(json, alarm).update());
  }

  private void write(String sql, UUID alarm) {
    ServerFixture.transactions().run(scope, tx -> tx.sql(sql).param(alarm).update());
  }

  /// An alarm whose first step told a program that is not there, so nobody; the next is due in an
  /// hour.
  private UUID raised() {
    return raised("Rats");
  }

  private UUID raised(String name) {
    var draft = new TopicDraft(name, "rats", List.of(), List.of());
    UUID topic = ServerFixture.bean(Topics.class).create(scope, draft).id();
    var steps =
        List.of(
            new WatchStep(0, List.of("hooks")),
            new WatchStep(HOUR, List.of("second@example.org")),
            new WatchStep(9 * HOUR, List.of("third@example.org")));
    var rules = ServerFixture.bean(WatchRules.class);
    var rule = rules.add(scope, new WatchRuleDraft(topic, "burst", null, null, steps));
    return alarms.test(scope, rule.id()).id();
  }

  private List<String> letters() {
    return column("select to_text from delivery where kind = 'mail' order by 1");
  }

  private List<String> letters(String state) {
    return column(
        "select to_text from delivery where kind = 'mail' and state = '" + state + "' order by 1");
  }

  private List<String> column(String sql) {
    return ServerFixture.transactions().in(scope, tx -> tx.sql(sql).query(String.class).list());
  }
}
