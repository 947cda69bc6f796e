package org.wordborne.server.watch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mailroom.Telexes;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;
import tools.jackson.databind.json.JsonMapper;

/// The rules that wake people.
@Component
class WatchRules {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double USUAL_CHANCE = .2;
  private static final int MOST_STEPS = 10;
  private static final long LONGEST = Duration.ofDays(7).toSeconds();
  private static final long SECOND_STEP = Duration.ofMinutes(5).toSeconds();

  private final Transactions transactions;
  private final Topics topics;
  private final Tales tales;
  private final Members members;
  private final Telexes telexes;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  WatchRules(
      Transactions transactions,
      Topics topics,
      Tales tales,
      Members members,
      Telexes telexes,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.topics = topics;
    this.tales = tales;
    this.members = members;
    this.telexes = telexes;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of them, as they were made.
  List<WatchRule> all(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from watch_rule order by made_at, id")
                .query(
                    (row, _) ->
                        new WatchRule(
                            row.getObject("id", UUID.class),
                            row.getObject("topic_id", UUID.class),
                            row.getString("what"),
                            row.getObject("line", Integer.class),
                            row.getObject("chance", Double.class),
                            steps(row.getString("steps"))))
                .list());
  }

  WatchRule get(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("There is no rule " + id + "."));
  }

  List<WatchRuleView> views(Scope scope) {
    var names = topics.all(scope).stream().collect(Collectors.toMap(Topic::id, Topic::name));
    return all(scope).stream()
        .filter(rule -> names.containsKey(rule.topic()))
        .map(rule -> view(rule, names.getOrDefault(rule.topic(), "")))
        .toList();
  }

  private static WatchRuleView view(WatchRule rule, String topic) {
    return new WatchRuleView(
        rule.id(), rule.topic(), topic, rule.what(), rule.line(), rule.chance(), rule.steps());
  }

  WatchRuleView add(Scope scope, WatchRuleDraft draft) {
    WatchRule rule = read(scope, ids.next(), draft);
    transactions.run(
        scope,
        tx -> {
          tx.sql(
                  """
                  insert into watch_rule (workspace_id, id, topic_id, what, line, chance, steps,
                    made_at)
                  values (:workspace, :id, :topic, :what, :line, :chance, :steps, :at)""")
              .param("workspace", scope.workspace().value())
              .param("id", rule.id())
              .param("topic", rule.topic())
              .param("what", rule.what())
              .param("line", rule.line(), java.sql.Types.INTEGER)
              .param("chance", rule.chance(), java.sql.Types.DOUBLE)
              .param("steps", JSON.writeValueAsString(rule.steps()))
              .param("at", Timestamp.from(clock.instant()))
              .update();
          if (rule.what().equals("pass")) {
            tales.mark(scope, rule.topic(), true, rule.line());
          }
        });
    told(scope);
    return view(rule, topic(scope, rule.topic()).name());
  }

  void remove(Scope scope, UUID id) {
    get(scope, id);
    transactions.run(scope, tx -> tx.sql("delete from watch_rule where id = ?").param(id).update());
    told(scope);
  }

  private void told(Scope scope) {
    live.publish(scope.workspace(), "alarms", new LiveEvents.Changed(java.util.Set.of("rules")));
  }

  private WatchRule read(Scope scope, UUID id, WatchRuleDraft draft) {
    Topic topic = topic(scope, draft.topicId());
    String what = draft.what() == null ? "burst" : draft.what();
    List<WatchStep> steps = steps(scope, draft.steps());
    return switch (what) {
      case "burst" -> new WatchRule(id, topic.id(), what, null, null, steps);
      case "pass" -> {
        Integer line = draft.line() == null ? Tales.USUAL_LINE : draft.line();
        double chance = draft.chance() == null ? USUAL_CHANCE : draft.chance();
        if (!(chance > 0 && chance < 1)) {
          throw new BadInputException("chance", draft.chance(), "Between 0 and 1, as in 0.2.");
        }
        yield new WatchRule(id, topic.id(), what, line, chance, steps);
      }
      default -> throw new BadInputException("what", what, "Right are burst and pass.");
    };
  }

  private Topic topic(Scope scope, @Nullable UUID id) {
    if (id == null) {
      throw new BadInputException("topicId", null, "A rule is about a topic.");
    }
    return topics
        .find(scope, id)
        .orElseThrow(() -> new NotFoundException("There is no topic " + id + "."));
  }

  private List<WatchStep> steps(Scope scope, @Nullable List<WatchStep> given) {
    if (given == null || given.isEmpty()) {
      var first = new ArrayList<String>(List.of("hooks"));
      members.who(scope, Permission.READ).stream()
          .findFirst()
          .ifPresent(owner -> first.add("member:" + owner.id()));
      return List.of(
          new WatchStep(0, first), new WatchStep(SECOND_STEP, List.of("members", "hooks")));
    }
    if (given.size() > MOST_STEPS) {
      throw new BadInputException("steps", given.size(), "At most ten steps.");
    }
    for (WatchStep step : given) {
      check(scope, step);
    }
    return given.stream().sorted(Comparator.comparingLong(WatchStep::afterSeconds)).toList();
  }

  private void check(Scope scope, WatchStep step) {
    if (step.afterSeconds() < 0 || step.afterSeconds() > LONGEST) {
      throw new BadInputException(
          "steps.afterSeconds", step.afterSeconds(), "From 0 seconds to seven days.");
    }
    if (step.to().isEmpty()) {
      throw new BadInputException("steps.to", null, "A step tells somebody.");
    }
    for (String to : step.to()) {
      if (to.startsWith("hook:")) {
        if (telexes.named(scope, to.substring(5)).isEmpty()) {
          throw new BadInputException("steps.to", to, "There is no webhook of that name.");
        }
      } else if (to.startsWith("member:")) {
        boolean known =
            members.who(scope, Permission.READ).stream()
                .anyMatch(one -> to.equals(AlarmLetters.name(one)));
        if (!known) {
          throw new BadInputException("steps.to", to, "There is no such member.");
        }
      } else if (!to.equals("members") && !to.equals("hooks")) {
        Mailroom.address("steps.to", to);
      }
    }
  }

  static List<WatchStep> steps(String json) {
    return List.of(JSON.readValue(json, WatchStep[].class));
  }
}
