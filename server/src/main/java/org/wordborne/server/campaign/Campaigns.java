package org.wordborne.server.campaign;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.CampaignView.CampaignOwner;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// The campaigns of a workspace.
@Component
public class Campaigns {
  private static final int LONGEST_NAME = 100;
  private final Transactions transactions;
  private final Members members;
  private final MoneyBook money;
  private final CampaignCosts costs;
  private final CampaignRules rules;
  private final CampaignLaw law;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  Campaigns(
      Transactions transactions,
      Members members,
      MoneyBook money,
      CampaignCosts costs,
      CampaignRules rules,
      CampaignLaw law,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.members = members;
    this.money = money;
    this.costs = costs;
    this.rules = rules;
    this.law = law;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins a campaign: its brief comes first, everything else is added to it.
  ///
  /// @throws BadInputException if it has no name
  public UUID draft(SignedIn by, BriefDraft draft) {
    UUID id = ids.next();
    Money budget = draft.budget();
    var made =
        new CampaignRecord(
            id,
            name(draft.name()),
            by.person(),
            "draft",
            ZoneId.of("UTC"),
            null,
            null,
            budget,
            budget == null ? "GBP" : budget.currency(),
            brief(draft),
            List.of(),
            clock.instant(),
            null,
            null,
            "");
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          CampaignBook.insert(scope, tx, made);
          money.budget(scope, tx, made, budget, by);
        });
    changed(scope, id);
    return id;
  }

  static Brief brief(BriefDraft draft) {
    return new Brief(
        "",
        text(draft.aim()),
        draft.aimNumber(),
        null,
        text(draft.audienceQuery()),
        text(draft.message()),
        "",
        "",
        "",
        List.of(),
        List.of(),
        0,
        draft.theme(),
        draft.quotes() == null ? List.of() : List.copyOf(draft.quotes()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /* Also of a campaign that is renamed. */
  static String name(@Nullable String name) {
    String stripped = text(name);
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new BadInputException("name", name, "A campaign has a name of 1 to 100 characters.");
    }
    return stripped;
  }

  /// The campaign with that id.
  ///
  /// @throws NotFoundException if there is none
  public CampaignView get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> view(scope, tx, CampaignBook.get(tx, id)));
  }

  /// All campaigns, the latest first.
  public List<CampaignRow> all(Scope scope) {
    var names = members.all(scope);
    return transactions.in(
        scope,
        tx ->
            CampaignBook.all(tx).stream()
                .map(known -> row(known, names, lacks(scope, tx, known)))
                .toList());
  }

  private List<CampaignLack> lacks(Scope scope, JdbcClient tx, CampaignRecord known) {
    return known.state().equals("draft") ? law.of(scope, tx, known).check().lacks() : List.of();
  }

  /// The campaign of that id in short, if there is one.
  public Optional<CampaignRow> find(Scope scope, UUID id) {
    return all(scope).stream().filter(row -> row.id().equals(id)).findFirst();
  }

  private static CampaignRow row(
      CampaignRecord known, List<Member> members, List<CampaignLack> lacks) {
    var owner = owner(known, members);
    return new CampaignRow(
        known.id(),
        known.name(),
        state(known, lacks),
        owner == null ? null : owner.name(),
        known.zone().getId(),
        known.startsAt(),
        known.endsAt(),
        known.brief().aim(),
        lacks);
  }

  /* Ready is a draft that lacks nothing. */
  private static String state(CampaignRecord known, List<CampaignLack> lacks) {
    return known.state().equals("draft") && lacks.isEmpty() ? "ready" : known.state();
  }

  private CampaignView view(Scope scope, JdbcClient tx, CampaignRecord known) {
    return new CampaignView(
        known.id(),
        known.name(),
        state(known, lacks(scope, tx, known)),
        owner(known, members.all(scope)),
        known.zone().getId(),
        known.startsAt(),
        known.startsAt() == null ? "" : LocalTimes.local(known.startsAt(), known.zone()),
        known.endsAt(),
        known.endsAt() == null ? "" : LocalTimes.local(known.endsAt(), known.zone()),
        twice(known),
        known.madeAt(),
        known.startedAt(),
        known.closedAt(),
        known.brief(),
        known.topics(),
        money.view(scope, known, costs.all(scope, known)),
        rules.current(scope, known.id(), "en").map(RulesText::hash).orElse(""),
        known.overridden());
  }

  private static List<String> twice(CampaignRecord known) {
    var twice = new ArrayList<String>();
    if (known.startsAt() != null && LocalTimes.twice(known.startsAt(), known.zone())) {
      twice.add("startsAt");
    }
    if (known.endsAt() != null && LocalTimes.twice(known.endsAt(), known.zone())) {
      twice.add("endsAt");
    }
    return twice;
  }

  private static @Nullable CampaignOwner owner(CampaignRecord known, List<Member> members) {
    return members.stream()
        .filter(member -> member.id().equals(known.owner()))
        .findFirst()
        .map(member -> new CampaignOwner(member.id(), member.name()))
        .orElse(null);
  }

  /// Tells open pages that a campaign changed.
  public void changed(Scope scope, UUID campaign) {
    live.publish(
        scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of(campaign.toString())));
  }
}
