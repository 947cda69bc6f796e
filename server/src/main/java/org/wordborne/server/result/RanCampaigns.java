package org.wordborne.server.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.CampaignSpans;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The campaigns that can be measured: those of this program, and those that ran before.
@Component
class RanCampaigns {
  private static final int LONGEST_NAME = 120;
  private static final int MOST_HOURS = 100_000;

  private final Transactions transactions;
  private final CampaignSpans spans;
  private final Topics topics;
  private final CostBook costs;
  private final Ids ids;
  private final InstantSource clock;

  RanCampaigns(
      Transactions transactions,
      CampaignSpans spans,
      Topics topics,
      CostBook costs,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.spans = spans;
    this.topics = topics;
    this.costs = costs;
    this.ids = ids;
    this.clock = clock;
  }

  /// A campaign that ran before, as it is typed.
  ///
  /// @param from its first day, as `2026-10-12`
  /// @param topics ids of the topics it spoke to
  /// @param spent as `128.00 GBP`; absent, nothing
  record PastCampaignDraft(
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<UUID> topics,
      @Nullable String spent,
      @Nullable Integer hours) {}

  /// All of them, the newest first.
  List<Ran> all(Scope scope) {
    var all = new ArrayList<>(typed(scope));
    for (CampaignSpans.Span span : spans.spans(scope)) {
      all.add(
          new Ran(
              span.id(),
              span.name(),
              span.from(),
              span.to(),
              span.zone(),
              span.topics(),
              span.spent(),
              Math.round(span.hours() * 60),
              false));
    }
    all.sort(Comparator.comparing(Ran::from).reversed());
    return List.copyOf(all);
  }

  Ran get(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new NotFoundException("There is no campaign " + id + " that runs or ran."));
  }

  private List<Ran> typed(Scope scope) {
    return transactions.in(
        scope, tx -> tx.sql("select * from past_campaign").query((row, _) -> typed(row)).list());
  }

  private static Ran typed(ResultSet row) throws SQLException {
    var days =
        new Days(
            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class));
    return new Ran(
        row.getObject("id", UUID.class),
        row.getString("name"),
        days.start(),
        days.end(),
        ZoneOffset.UTC,
        Set.of((UUID[]) row.getArray("topics").getArray()),
        new Money(row.getLong("spent_minor"), row.getString("currency")),
        row.getLong("minutes"),
        true);
  }

  /// Takes down a campaign that ran before.
  UUID add(Scope scope, PastCampaignDraft draft) {
    String name = Typed.text("name", draft.name(), LONGEST_NAME);
    Days days = Days.typed(draft.from(), draft.to());
    LocalDate today = Days.of(null, null, clock.instant()).to();
    if (days.from().isAfter(today)) {
      throw new BadInputException(
          "from", days.from(), "It has not begun. Plan it as a campaign instead.");
    }
    var about =
        draft.topics() == null ? List.<UUID>of() : draft.topics().stream().distinct().toList();
    for (UUID topic : about) {
      if (topics.find(scope, topic).isEmpty()) {
        throw new BadInputException("topics", topic, "The id of a topic, as /topics lists them.");
      }
    }
    if (about.isEmpty()) {
      throw new BadInputException("topics", null, "Name at least one topic it spoke to.");
    }
    Money spent =
        draft.spent() == null || draft.spent().isBlank()
            ? costs.hour(scope).map(hour -> Money.none(hour.currency())).orElse(Money.none("GBP"))
            : Typed.amount("spent", draft.spent());
    int hours = draft.hours() == null ? 0 : draft.hours();
    if (hours < 0 || hours > MOST_HOURS) {
      throw new BadInputException("hours", hours, "From 0 to " + MOST_HOURS + ".");
    }
    UUID id = ids.next();
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into past_campaign (workspace_id, id, name, from_day, to_day, topics,
                      spent_minor, currency, minutes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .params(
                    scope.workspace().value(),
                    id,
                    name,
                    days.from(),
                    days.to(),
                    about.toArray(UUID[]::new),
                    spent.minor(),
                    spent.currency(),
                    hours * 60L)
                .update());
    return id;
  }

  /// Strikes out a campaign that was typed.
  void remove(Scope scope, UUID id) {
    int gone =
        transactions.in(
            scope, tx -> tx.sql("delete from past_campaign where id = ?").param(id).update());
    if (gone == 0) {
      throw new NotFoundException("There is no campaign " + id + " that was typed in.");
    }
  }
}
