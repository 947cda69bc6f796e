package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.mention.MentionViews;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.spread.Bursts;
import org.wordborne.server.spread.Bursts.Burst;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Alarms: raised by rules, told step by step, acknowledged by a person.
@Component
public class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  /// Below this it is not yet worth a forecast.
  private static final int FEWEST_TELLERS = 5;

  /// So long an alarm rests whose step failed, so that the others come first.
  private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

  private static final Duration AGAIN = Duration.ofMinutes(30);
  private static final int NEWEST = 50;

  private final Transactions transactions;
  private final WatchRules rules;
  private final Bursts bursts;
  private final Tales tales;
  private final Topics topics;
  private final AlarmCauses causes;
  private final AlarmLetters letters;
  private final Mentions mentions;
  private final MentionViews views;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  Alarms(
      Transactions transactions,
      WatchRules rules,
      Bursts bursts,
      Tales tales,
      Topics topics,
      AlarmCauses causes,
      AlarmLetters letters,
      Mentions mentions,
      MentionViews views,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.rules = rules;
    this.bursts = bursts;
    this.tales = tales;
    this.topics = topics;
    this.causes = causes;
    this.letters = letters;
    this.mentions = mentions;
    this.views = views;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// Looks at every rule, and tells what is due; a rule that fails stops neither the others nor the
  /// telling, and its fault is thrown afterwards.
  void look(Scope scope, Instant now) {
    RuntimeException fault = null;
    for (WatchRule rule : rules.all(scope)) {
      try {
        look(scope, rule, now);
      } catch (RuntimeException e) {
        fault = e;
      }
    }
    escalate(scope, now);
    if (fault != null) {
      throw fault;
    }
  }

  private void look(Scope scope, WatchRule rule, Instant now) {
    if (rule.what().equals("burst")) {
      bursts.look(scope, rule.topic(), now).ifPresent(burst -> raise(scope, rule, burst, now));
    } else {
      tales.movingOf(scope, rule.topic()).ifPresent(tale -> raise(scope, rule, tale, now));
    }
  }

  private void raise(Scope scope, WatchRule rule, Burst burst, Instant now) {
    String key = rule.id() + " " + burst.at();
    transactions.run(
        scope,
        tx -> {
          if (!AlarmBook.knows(tx, key)) {
            TaleRow tale =
                tales
                    .movingOf(scope, rule.topic())
                    .flatMap(id -> tales.find(scope, id))
                    .orElse(null);
            var found = causes.ofBurst(scope, burst, tale, now);
            raise(scope, rule, tale, found, key, now, tx);
          }
        });
  }

  /* What was raised before is not foretold again: a tale that never ends is long. */
  private void raise(Scope scope, WatchRule rule, UUID id, Instant now) {
    String key = rule.id() + " " + id;
    transactions.run(
        scope,
        tx -> {
          if (!AlarmBook.knows(tx, key)) {
            tales
                .find(scope, id)
                .filter(tale -> mayPass(rule, tale))
                .ifPresent(
                    tale -> {
                      double chance = Objects.requireNonNull(tale.forecast()).passes();
                      var found = causes.ofPass(scope, rule, tale, chance, now);
                      raise(scope, rule, tale, found, key, now, tx);
                    });
          }
        });
  }

  private static boolean mayPass(WatchRule rule, TaleRow tale) {
    var forecast = tale.forecast();
    return forecast != null
        && tale.told() >= FEWEST_TELLERS
        && forecast.passes() >= Objects.requireNonNullElse(rule.chance(), 1.0);
  }

  private void raise(
      Scope scope,
      WatchRule rule,
      @Nullable TaleRow tale,
      AlarmCauses.Found found,
      String key,
      Instant now,
      JdbcClient tx) {
    var alarm = record(scope, rule, tale == null ? null : tale.id(), found, now, false);
    AlarmBook.raise(tx, scope, alarm, key);
  }

  private AlarmRecord record(
      Scope scope,
      WatchRule rule,
      @Nullable UUID tale,
      AlarmCauses.Found found,
      Instant now,
      boolean test) {
    String title = topics.find(scope, rule.topic()).map(topic -> topic.name()).orElse("?");
    return new AlarmRecord(
        ids.next(),
        rule.id(),
        rule.topic(),
        tale,
        title,
        found.cause(),
        found.first(),
        rule.steps(),
        now,
        "raised",
        test,
        0,
        now,
        null,
        null);
  }

  /// Tells the steps that are due; each step and its letters are a transaction of their own.
  private void escalate(Scope scope, Instant now) {
    for (UUID alarm : transactions.in(scope, tx -> AlarmBook.due(tx, now))) {
      try {
        escalate(scope, alarm, now);
      } catch (RuntimeException e) {
        LOG.warn("Alarm {} waits a minute: {}", alarm, e.toString(), e);
        transactions.run(scope, tx -> AlarmBook.later(tx, alarm, now.plus(AFTER_FAULT)));
      }
    }
  }

  private void escalate(Scope scope, UUID id, Instant now) {
    boolean told =
        transactions.in(
            scope,
            tx -> {
              var alarm = AlarmBook.take(tx, id, now);
              alarm.ifPresent(due -> step(scope, due, now, tx));
              return alarm.isPresent();
            });
    if (told) {
      changed(scope, id);
    }
  }

  private void step(Scope scope, AlarmRecord alarm, Instant now, JdbcClient tx) {
    boolean over = alarm.step() >= alarm.steps().size();
    if (over && (alarm.test() || !goesOn(scope, alarm, now))) {
      AlarmBook.end(tx, alarm.id());
      letters.after(scope, alarm, "alarm.ended");
      return;
    }
    letters.step(scope, alarm, alarm.step());
    int step = alarm.step() + 1;
    Instant next =
        step < alarm.steps().size()
            ? alarm.raisedAt().plusSeconds(alarm.steps().get(step).afterSeconds())
            : now.plus(alarm.test() ? Duration.ofMinutes(5) : AGAIN);
    AlarmBook.stepped(tx, alarm.id(), step, next);
  }

  /* Once all steps went out, the last is told again as long as there is talk. */
  private boolean goesOn(Scope scope, AlarmRecord alarm, Instant now) {
    UUID tale = alarm.tale();
    if (tale != null) {
      return tales.find(scope, tale).filter(row -> row.quietAt() == null).isPresent();
    }
    return bursts.look(scope, alarm.topic(), now).isPresent();
  }

  /// Tries a rule: an alarm that is marked as a test goes through its steps.
  AlarmRow test(Scope scope, UUID id) {
    WatchRule rule = rules.get(scope, id);
    var cause = new AlarmCause("test", 0, 0, 0, 0, null, null, "", 0, List.of());
    var alarm =
        record(scope, rule, null, new AlarmCauses.Found(cause, null), clock.instant(), true);
    transactions.run(scope, tx -> AlarmBook.raise(tx, scope, alarm, "test " + alarm.id()));
    escalate(scope, clock.instant());
    return get(scope, alarm.id());
  }

  /// The alarms that nobody has yet.
  public List<AlarmRow> open(Scope scope) {
    return list(scope, true);
  }

  /// How many nobody has yet.
  public long countOpen(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select count(*) from alarm where state = 'raised'").query(Long.class).single());
  }

  List<AlarmRow> list(Scope scope, boolean openOnly) {
    return rows(scope, transactions.in(scope, tx -> AlarmBook.newest(tx, openOnly, NEWEST)));
  }

  /// The alarm with that id.
  ///
  /// @throws NotFoundException if there is none
  public AlarmRow get(Scope scope, UUID id) {
    return rows(scope, List.of(find(scope, id))).getFirst();
  }

  private AlarmRecord find(Scope scope, UUID id) {
    Optional<AlarmRecord> found = transactions.in(scope, tx -> AlarmBook.find(tx, id));
    return found.orElseThrow(() -> new NotFoundException("There is no alarm " + id + "."));
  }

  /// Says that somebody has it: nobody else is woken for it. Who was first stays.
  public AlarmRow acknowledge(SignedIn by, UUID id) {
    Scope scope = by.scope();
    find(scope, id);
    transactions.run(
        scope,
        tx -> {
          if (AlarmBook.acknowledge(tx, id, by, clock.instant())) {
            letters.after(scope, find(scope, id), "alarm.acknowledged");
          }
        });
    changed(scope, id);
    return get(scope, id);
  }

  private void changed(Scope scope, UUID id) {
    live.publish(scope.workspace(), "alarms", new LiveEvents.Changed(Set.of(id.toString())));
  }

  private List<AlarmRow> rows(Scope scope, List<AlarmRecord> alarms) {
    var firsts = alarms.stream().map(AlarmRecord::first).filter(Objects::nonNull).toList();
    List<Mention> words = mentions.byIds(scope, firsts);
    Map<UUID, MentionView> shown = new HashMap<>();
    views.of(scope, words).forEach(view -> shown.put(view.id(), view));
    return alarms.stream().map(alarm -> row(alarm, shown)).toList();
  }

  private static AlarmRow row(AlarmRecord alarm, Map<UUID, MentionView> words) {
    UUID first = alarm.first();
    boolean more = alarm.state().equals("raised") && alarm.nextAt() != null;
    return new AlarmRow(
        alarm.id(),
        alarm.rule(),
        alarm.topic(),
        alarm.title(),
        alarm.cause(),
        first == null ? null : words.get(first),
        alarm.raisedAt(),
        alarm.state(),
        alarm.ackName(),
        alarm.ackAt(),
        alarm.tale(),
        alarm.test(),
        alarm.step(),
        more ? alarm.nextAt() : null,
        more ? alarm.due().to() : List.of());
  }
}
