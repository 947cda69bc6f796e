package org.wordborne.server.result;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import tools.jackson.databind.json.JsonMapper;

/// Results that were sent to somebody outside: they stay as they were sent.
@Component
class Reports {
  private static final String KIND = "results";
  private static final int MOST_DAYS = 366;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Transactions transactions;
  private final ResultFigures figures;
  private final ClientLinks links;
  private final Workspaces workspaces;
  private final Ids ids;
  private final InstantSource clock;

  Reports(
      Transactions transactions,
      ResultFigures figures,
      ClientLinks links,
      Workspaces workspaces,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.figures = figures;
    this.links = links;
    this.workspaces = workspaces;
    this.ids = ids;
    this.clock = clock;
  }

  /// Of what a report is to be made, and how many days its link is open.
  record ReportDraft(
      @Nullable String from,
      @Nullable String to,
      @Nullable UUID campaign,
      @Nullable Integer days) {}

  /// A report that was just made.
  ///
  /// @param link the address to send on; it cannot be had again
  record ReportMade(UUID id, String link, Instant until, String hash) {}

  /// A report that was made before.
  ///
  /// @param openUntil when its link runs out; null once it did or was withdrawn
  record ReportRow(
      UUID id,
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaign,
      Instant madeAt,
      String madeBy,
      String hash,
      @Nullable Instant openUntil) {}

  /// All that were made.
  record ReportsView(List<ReportRow> reports) {}

  /// What was kept.
  record Kept(String brand, ResultsView view, String hash) {}

  private record Frozen(String brand, ResultsView view) {}

  ReportMade make(SignedIn by, ReportDraft draft) {
    Scope scope = by.scope();
    int days = draft.days() == null ? 30 : draft.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new BadInputException("days", days, "A link is open for 1 to " + MOST_DAYS + " days.");
    }
    var asked = figures.ask(scope, draft.from(), draft.to(), draft.campaign());
    var view = forOutside(figures.of(scope, asked));
    String text = JSON.writeValueAsString(new Frozen(workspaces.brand(scope).name(), view));
    String hash = Sha256.hex(text);
    UUID id = ids.next();
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into report (workspace_id, id, from_day, to_day, campaign_id, made_at,
                      made_by, view, hash) values (?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?)\
                    """)
                .params(scope.workspace().value(), id, view.from(), view.to())
                .param(draft.campaign())
                .params(view.madeAt().atOffset(ZoneOffset.UTC), by.name(), text, hash)
                .update());
    Duration valid = Duration.ofDays(days);
    var made = links.make(scope, KIND, id, valid, by);
    return new ReportMade(id, made.url(), clock.instant().plus(valid), hash);
  }

  /* A client sees this campaign, not the list of all there are. */
  private static ResultsView forOutside(ResultsView view) {
    return new ResultsView(
        view.from(),
        view.to(),
        view.topics(),
        view.campaign(),
        List.of(),
        view.heard(),
        view.effects(),
        view.voice(),
        view.answered(),
        view.talk(),
        view.came(),
        view.cost(),
        view.beside(),
        view.also(),
        view.madeAt());
  }

  ReportsView all(Scope scope) {
    var open = links.openUntil(scope, KIND);
    return new ReportsView(
        transactions.in(
            scope,
            tx ->
                tx.sql("select * from report order by made_at desc limit 100")
                    .query(
                        (row, _) ->
                            new ReportRow(
                                row.getObject("id", UUID.class),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class),
                                row.getObject("campaign_id", UUID.class),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getString("made_by"),
                                row.getString("hash"),
                                open.get(row.getObject("id", UUID.class))))
                    .list()));
  }

  /// Withdraws every link to a report.
  void withdraw(Scope scope, UUID id) {
    get(scope, id);
    links.revokeAll(scope, KIND, id);
  }

  /// The report behind a link.
  Kept open(String token) {
    var door = links.open(token, KIND);
    return get(door.scope(), door.about());
  }

  private Kept get(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select view, hash from report where id = ?")
                .param(id)
                .query(
                    (row, _) -> {
                      var frozen = JSON.readValue(row.getString(1), Frozen.class);
                      return new Kept(frozen.brand(), frozen.view(), row.getString(2));
                    })
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no report " + id + ".")));
  }
}
