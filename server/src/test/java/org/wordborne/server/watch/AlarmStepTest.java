package org.wordborne.server.watch;

import static org.assertj.core.api.Assertions.assertThat;
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

  /// An alarm whose first step told a program that is not there, so nobody; the next is due in an
  /// hour.
  private UUID raised() {
    var draft = new TopicDraft("Rats", "rats", List.of(), List.of());
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
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select to_text from delivery where kind = 'mail' order by 1")
                    .query(String.class)
                    .list());
  }
}
