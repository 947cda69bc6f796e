package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;

/* Starts and closes campaigns; nothing starts while anything is missing. */
@Component
class CampaignStarts {
  private static final int SHORTEST_REASON = 20;
  private static final int LONGEST_REASON = 2_000;
  private static final int MINUTES = 60;
  private final Transactions transactions;
  private final Campaigns campaigns;
  private final CampaignLaw law;
  private final MoneyBook money;
  private final CampaignCosts costs;
  private final Journals journals;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;

  CampaignStarts(
      Transactions transactions,
      Campaigns campaigns,
      CampaignLaw law,
      MoneyBook money,
      CampaignCosts costs,
      Journals journals,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.law = law;
    this.money = money;
    this.costs = costs;
    this.journals = journals;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /* `written` is the reason of an owner who starts although something is missing. */
  void start(SignedIn by, UUID id, @Nullable String written) {
    Scope scope = by.scope();
    Instant now = clock.instant();
    transactions.run(
        scope,
        tx -> {
          var known = CampaignBook.locked(tx, id);
          if (known.startedAt() != null) {
            throw new ConflictException("The campaign has begun already.");
          }
          var check = law.of(scope, tx, known);
          String reason = reason(by, check.check().lacks(), written);
          CampaignBook.update(tx, started(known, now, reason));
          log(by, tx, known, check, reason);
          events.publishEvent(new CampaignStarted(scope, id, now, by));
        });
    campaigns.changed(scope, id);
  }

  private static String reason(SignedIn by, List<CampaignLack> lacks, @Nullable String written) {
    if (lacks.isEmpty()) {
      return "";
    }
    var times = lacks.stream().filter(lack -> lack.code().equals("times")).toList();
    if (written == null || !times.isEmpty()) {
      throw new ConflictException(
          "It cannot start yet: "
              + (times.isEmpty() ? lacks : times)
                  .stream()
                      .map(lack -> lack.text().getOrDefault("en", lack.code()))
                      .collect(Collectors.joining(" ")));
    }
    if (!by.may(Permission.OWN)) {
      throw new ForbiddenException("Only an owner may start it although something is missing.");
    }
    String reason = written.strip();
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new BadInputException(
          "override", written, "Write in 20 to 2,000 characters why it starts nevertheless.");
    }
    return reason;
  }

  private static CampaignRecord started(CampaignRecord known, Instant now, String reason) {
    return with(known, "running", now, null, reason);
  }

  private static CampaignRecord with(
      CampaignRecord known,
      String state,
      @Nullable Instant started,
      @Nullable Instant closed,
      String reason) {
    return new CampaignRecord(
        known.id(),
        known.name(),
        known.owner(),
        state,
        known.zone(),
        known.startsAt(),
        known.endsAt(),
        known.budget(),
        known.currency(),
        known.brief(),
        known.topics(),
        known.madeAt(),
        started,
        closed,
        reason);
  }

  private void log(
      SignedIn by, JdbcClient tx, CampaignRecord known, CampaignLawView check, String reason) {
    var line = new TreeMap<String, String>();
    line.put("hash", check.hash());
    if (!reason.isEmpty()) {
      line.put("reason-sha256", Sha256.hex(reason));
      line.put(
          "lacks",
          check.check().lacks().stream()
              .map(lack -> (lack.code() + " " + lack.about()).strip())
              .collect(Collectors.joining(", ")));
    }
    String deed = reason.isEmpty() ? "started" : "started-nevertheless";
    journals.write(by.scope(), tx, "campaign/" + known.id(), known.id(), deed, line, by);
  }

  void close(SignedIn by, UUID id) {
    Scope scope = by.scope();
    Instant now = clock.instant();
    transactions.run(
        scope,
        tx -> {
          var known = CampaignBook.locked(tx, id);
          if (!known.state().equals("running")) {
            throw new ConflictException("Only a campaign that runs can be closed.");
          }
          CampaignBook.update(
              tx, with(known, "closed", known.startedAt(), now, known.overridden()));
          journals.write(
              scope, tx, "campaign/" + id, id, "closed", new TreeMap<String, String>(), by);
          events.publishEvent(new CampaignClosed(scope, id, now, by));
        });
    campaigns.changed(scope, id);
  }

  /* A campaign that ran before it was written down here, or elsewhere. */
  record PastCampaignRequest(
      @Nullable String name,
      @Nullable String zone,
      @Nullable String startsAt,
      @Nullable String endsAt,
      @Nullable String aim,
      @Nullable String message,
      @Nullable List<UUID> topics,
      @Nullable Money spent,
      @Nullable Integer hours) {}

  UUID past(SignedIn by, PastCampaignRequest asked) {
    var zone = LocalTimes.zone("zone", asked.zone() == null ? "UTC" : asked.zone());
    Instant from = LocalTimes.at("startsAt", String.valueOf(asked.startsAt()), zone);
    Instant to = LocalTimes.at("endsAt", String.valueOf(asked.endsAt()), zone);
    Instant now = clock.instant();
    if (!to.isAfter(from) || to.isAfter(now)) {
      throw new BadInputException(
          "endsAt", asked.endsAt(), "After the start, and before now: it ran already.");
    }
    Money spent = asked.spent();
    UUID id = ids.next();
    var draft =
        new BriefDraft(
            String.valueOf(asked.name()),
            asked.aim(),
            null,
            null,
            asked.message(),
            spent,
            null,
            null);
    var made =
        new CampaignRecord(
            id,
            Campaigns.name(asked.name()),
            by.person(),
            "closed",
            zone,
            from,
            to,
            spent,
            spent == null ? "GBP" : spent.currency(),
            Campaigns.brief(draft),
            asked.topics() == null ? List.of() : List.copyOf(asked.topics()),
            now,
            from,
            to,
            "");
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          CampaignBook.insert(scope, tx, made);
          money.budget(scope, tx, made, spent, by);
          if (spent != null && spent.minor() > 0) {
            costs.add(by, id, new CampaignCosts.CampaignCostRequest("in all", spent, null));
          }
          if (asked.hours() != null && asked.hours() > 0) {
            costs.add(
                by,
                id,
                new CampaignCosts.CampaignCostRequest("in all", null, asked.hours() * MINUTES));
          }
        });
    campaigns.changed(scope, id);
    return id;
  }
}
