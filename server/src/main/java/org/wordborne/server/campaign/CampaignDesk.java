package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import tools.jackson.databind.JsonNode;

/* Where people work on a campaign: its brief, facts, tasks, rules and sign-off. */
@Component
class CampaignDesk {
  private static final int LONGEST_NAME = 200;
  private final Transactions transactions;
  private final Campaigns campaigns;
  private final CampaignLaw law;
  private final CampaignFacts facts;
  private final CampaignTasks tasks;
  private final RulesWriter writer;
  private final MoneyBook money;
  private final Members members;
  private final Topics topics;
  private final Journals journals;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;

  CampaignDesk(
      Transactions transactions,
      Campaigns campaigns,
      CampaignLaw law,
      CampaignFacts facts,
      CampaignTasks tasks,
      RulesWriter writer,
      MoneyBook money,
      Members members,
      Topics topics,
      Journals journals,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.law = law;
    this.facts = facts;
    this.tasks = tasks;
    this.writer = writer;
    this.money = money;
    this.members = members;
    this.topics = topics;
    this.journals = journals;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /* Who signs, in which capacity, and for which places without a pack. */
  record CampaignSignOffRequest(
      @Nullable String name, @Nullable String capacity, @Nullable List<String> regions) {}

  /// Something done to a campaign whose row is held.
  private interface Deed {
    void at(JdbcClient tx, CampaignRecord known);
  }

  private void at(SignedIn by, UUID id, Deed deed) {
    Scope scope = by.scope();
    transactions.run(scope, tx -> deed.at(tx, CampaignBook.locked(tx, id)));
    campaigns.changed(scope, id);
  }

  void change(SignedIn by, UUID id, CampaignChange change) {
    at(by, id, (tx, known) -> changed(by, tx, known, change));
  }

  private void changed(SignedIn by, JdbcClient tx, CampaignRecord known, CampaignChange change) {
    Scope scope = by.scope();
    if (known.startedAt() != null && change.movesTime()) {
      throw new ConflictException("The campaign has begun; its times stand as they were signed.");
    }
    CampaignInput.clear(change.clear());
    Brief brief = change.brief(known.brief());
    CampaignInput.check(brief);
    var times = CampaignInput.times(known, change, clock.instant());
    Money budget = change.budget(known.budget());
    if (budget != null && budget.minor() < 0) {
      throw new BadInputException("budget", budget.text(), "0 or more.");
    }
    String currency = budget == null ? known.currency() : budget.currency();
    if (!currency.equals(known.currency())) {
      money.leaveCurrency(scope, tx, known, by);
    }
    var then =
        new CampaignRecord(
            known.id(),
            change.name() == null ? known.name() : Campaigns.name(change.name()),
            owner(scope, change.owner(), known.owner()),
            known.state(),
            times.zone(),
            times.startsAt(),
            times.endsAt(),
            budget,
            currency,
            brief,
            topics(scope, change.topics(), known.topics()),
            known.madeAt(),
            known.startedAt(),
            known.closedAt(),
            known.overridden());
    CampaignBook.update(tx, then);
    if (!then.zone().equals(known.zone())) {
      events.publishEvent(new CampaignZoned(scope, known.id(), then.zone()));
    }
    aside(by, tx, known.brief(), then);
  }

  /* Less is set aside first, then the budget changes, then more is: no order of one's own is
  refused that fits in the end. */
  private void aside(SignedIn by, JdbcClient tx, Brief before, CampaignRecord then) {
    Scope scope = by.scope();
    Set<String> kept = new HashSet<>();
    then.brief().plans().forEach(plan -> kept.add(plan.what()));
    for (var old : before.plans()) {
      if (!kept.contains(old.what()) && old.amount().currency().equals(then.currency())) {
        money.plan(scope, tx, then.id(), old.what(), Money.none(then.currency()), by);
      }
    }
    money.lessAside(scope, tx, then, then.brief().plans(), by);
    money.budget(scope, tx, then, then.budget(), by);
    for (var plan : then.brief().plans()) {
      money.plan(scope, tx, then.id(), plan.what(), plan.amount(), by);
    }
  }

  private @Nullable UUID owner(Scope scope, @Nullable UUID given, @Nullable UUID old) {
    if (given == null) {
      return old;
    }
    if (members.find(scope, given).isEmpty()) {
      throw new BadInputException("owner", given, "There is no such member.");
    }
    return given;
  }

  private List<UUID> topics(Scope scope, @Nullable List<UUID> given, List<UUID> old) {
    if (given == null) {
      return old;
    }
    for (UUID topic : given) {
      if (topics.find(scope, topic).isEmpty()) {
        throw new BadInputException("topics", topic, "There is no such topic.");
      }
    }
    return given.stream().distinct().toList();
  }

  CampaignLawView law(Scope scope, UUID id) {
    return transactions.in(scope, tx -> law.of(scope, tx, CampaignBook.get(tx, id)));
  }

  void facts(SignedIn by, UUID id, JsonNode given) {
    at(by, id, (tx, known) -> facts.put(by.scope(), tx, known, given));
  }

  void task(SignedIn by, UUID id, CampaignTasks.CampaignTaskRequest asked) {
    at(by, id, (tx, known) -> tasks.add(by.scope(), tx, known.id(), asked));
  }

  void removeTask(SignedIn by, UUID id, UUID task) {
    at(by, id, (tx, known) -> tasks.remove(tx, known.id(), task));
  }

  void evidence(SignedIn by, UUID id, UUID task, CampaignTasks.CampaignEvidenceRequest given) {
    at(
        by,
        id,
        (tx, known) -> {
          var found =
              law.of(by.scope(), tx, known).tasks().stream()
                  .filter(one -> one.id().equals(task))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new org.wordborne.server.workspace.NotFoundException(
                              "There is no task " + task + " now."));
          tasks.done(by, tx, known, found, given);
        });
  }

  void rules(SignedIn by, UUID id, RulesWriter.CampaignRulesRequest asked) {
    at(by, id, (tx, known) -> writer.write(by, tx, known, asked));
  }

  void signOff(SignedIn by, UUID id, CampaignSignOffRequest asked) {
    String name = words("name", asked.name());
    String capacity = words("capacity", asked.capacity());
    List<String> regions = asked.regions() == null ? List.of() : asked.regions();
    at(
        by,
        id,
        (tx, known) -> {
          if (known.startedAt() != null) {
            throw new ConflictException("The campaign has begun; there is nothing left to sign.");
          }
          var now = law.of(by.scope(), tx, known);
          if (now.rules().isEmpty()) {
            throw new ConflictException("Write the rules first: what is signed must stand.");
          }
          signed(by, tx, known, now.hash(), name, capacity, regions);
        });
  }

  private void signed(
      SignedIn by,
      JdbcClient tx,
      CampaignRecord known,
      String hash,
      String name,
      String capacity,
      List<String> regions) {
    UUID made = ids.next();
    Instant at = clock.instant();
    tx.sql(
            """
            insert into sign_off (workspace_id, id, campaign_id, name, capacity, regions, hash, at,
              by_id)
            values (:workspace, :id, :campaign, :name, :capacity, :regions, :hash, :at, :by::uuid)
            """)
        .param("workspace", by.workspace().value())
        .param("id", made)
        .param("campaign", known.id())
        .param("name", name)
        .param("capacity", capacity)
        .param("regions", regions.toArray(String[]::new))
        .param("hash", hash)
        .param("at", CampaignBook.at(at))
        .param("by", by.person())
        .update();
    var line = new TreeMap<String, String>();
    line.put("sign-off", made.toString());
    line.put("hash", hash);
    line.put("regions", String.join(" ", regions));
    journals.write(by.scope(), tx, "campaign/" + known.id(), known.id(), "signed-off", line, by);
  }

  private static String words(String field, @Nullable String given) {
    String stripped = given == null ? "" : given.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new BadInputException(field, given, "1 to 200 characters.");
    }
    return stripped;
  }
}
