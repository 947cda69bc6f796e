package org.wordborne.server.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.spread.Bursts;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Rules and alarms over HTTP.
@RestController
@RequestMapping("/api/v1")
class WatchController {
  private static final int MOST_DAYS = 28;
  private final WatchRules rules;
  private final Alarms alarms;
  private final Bursts bursts;
  private final InstantSource clock;

  WatchController(WatchRules rules, Alarms alarms, Bursts bursts, InstantSource clock) {
    this.rules = rules;
    this.alarms = alarms;
    this.bursts = bursts;
    this.clock = clock;
  }

  /// The rules.
  record WatchRulesView(List<WatchRuleView> rules) {}

  /// The alarms, newest first.
  record AlarmsView(List<AlarmRow> alarms) {}

  /// A rule to be tried on what is stored.
  record WatchTryRequest(@Nullable UUID topicId, @Nullable Integer days) {}

  /// When it would have woken somebody.
  record WatchTryView(int days, List<WouldAlarm> would) {}

  /// One time that it would have.
  record WouldAlarm(Instant at, double score, int people, int minutes) {}

  @GetMapping("/watch/rules")
  @Needs(Permission.READ)
  WatchRulesView rules(Scope scope) {
    return new WatchRulesView(rules.views(scope));
  }

  @PostMapping("/watch/rules")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.CREATED)
  WatchRuleView add(Scope scope, @RequestBody WatchRuleDraft draft) {
    return rules.add(scope, draft);
  }

  @DeleteMapping("/watch/rules/{id}")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Scope scope, @PathVariable UUID id) {
    rules.remove(scope, id);
  }

  @PostMapping("/watch/rules/{id}/test")
  @Needs(Permission.LISTEN)
  AlarmRow test(Scope scope, @PathVariable UUID id) {
    return alarms.test(scope, id);
  }

  @PostMapping("/watch/rules/try")
  @Needs(Permission.LISTEN)
  WatchTryView tryOut(Scope scope, @RequestBody WatchTryRequest request) {
    UUID topic = request.topicId();
    if (topic == null) {
      throw new BadInputException("topicId", null, "A rule is about a topic.");
    }
    int days = request.days() == null ? MOST_DAYS : request.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new BadInputException("days", days, "From 1 to 28 days.");
    }
    var would =
        bursts.replay(scope, topic, days, clock.instant()).stream()
            .map(one -> new WouldAlarm(one.at(), one.score(), one.people(), one.span()))
            .toList();
    return new WatchTryView(days, would);
  }

  @GetMapping("/alarms")
  @Needs(Permission.READ)
  AlarmsView alarms(Scope scope, @RequestParam(defaultValue = "all") String state) {
    if (!state.equals("all") && !state.equals("open")) {
      throw new BadInputException("state", state, "Right are all and open.");
    }
    return new AlarmsView(alarms.list(scope, state.equals("open")));
  }

  @GetMapping("/alarms/{id}")
  @Needs(Permission.READ)
  AlarmRow alarm(Scope scope, @PathVariable UUID id) {
    return alarms.get(scope, id);
  }

  @PostMapping("/alarms/{id}/acknowledge")
  @Needs(Permission.ANSWER)
  AlarmRow acknowledge(SignedIn by, @PathVariable UUID id) {
    return alarms.acknowledge(by, id);
  }
}
