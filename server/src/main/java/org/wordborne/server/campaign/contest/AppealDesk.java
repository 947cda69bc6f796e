package org.wordborne.server.campaign.contest;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Appeals against what was decided about an entry: in time, and answered by somebody else.
@Component
class AppealDesk {
  private static final int LONGEST = 2_000;
  private final Transactions transactions;
  private final ClaimDesk claims;
  private final Log log;
  private final Chances chances;
  private final ContestDesk desk;
  private final Ids ids;
  private final InstantSource clock;

  AppealDesk(
      Transactions transactions,
      ClaimDesk claims,
      Log log,
      Chances chances,
      ContestDesk desk,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.claims = claims;
    this.log = log;
    this.chances = chances;
    this.desk = desk;
    this.ids = ids;
    this.clock = clock;
  }

  /// An appeal.
  ///
  /// @param against code of the ground
  /// @param decidedBy the name of who decided
  /// @param outcome upheld (the decision stands), reversed, or null while it waits
  record AppealView(
      UUID id,
      int entry,
      boolean aboutPrize,
      String against,
      String words,
      Instant at,
      String decidedBy,
      @Nullable String outcome,
      @Nullable String answer,
      @Nullable String answeredBy) {}

  /// Until when an entrant may appeal against what was decided; none where nothing was.
  Optional<Instant> until(JdbcClient tx, Contest contest, Entered entry) {
    return Rulings.against(tx, entry.id())
        .map(ruling -> ruling.at().plus(Duration.ofDays(contest.appealDays())));
  }

  /// Takes an appeal from an entrant; the prize it is about waits until it is answered.
  ///
  /// @throws ConflictException if there is nothing to appeal against, or the time is over
  void appeal(Scope scope, Entered entry, String words, Locale language) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new EntryRefused("words", "need.appeal", LONGEST);
    }
    transactions.run(
        scope,
        tx -> {
          var contest = ContestBook.hold(tx, entry.contest());
          var ruling =
              Rulings.against(tx, entry.id())
                  .orElseThrow(
                      () -> new ConflictException("Nothing was decided against this entry."));
          Instant until = ruling.at().plus(Duration.ofDays(contest.appealDays()));
          if (!clock.instant().isBefore(until)) {
            throw new EntryRefused(
                "", "appeal.late", ContestTime.text(until, contest.zone(), language));
          }
          if (!against(tx, entry.id(), ruling).isEmpty()) {
            throw new EntryRefused("", "appeal.again");
          }
          UUID id = ids.next();
          write(scope, tx, id, entry, ruling, words.strip());
          if (ruling.unit() != null) {
            UnitBook.suspend(tx, ruling.unit(), true);
          }
          log.write(
              scope,
              tx,
              contest.id(),
              id,
              "appealed",
              Log.entrant(scope),
              "against",
              ruling.code(),
              "code",
              entry.code());
        });
    desk.changed(scope, entry.contest());
  }

  private void write(
      Scope scope, JdbcClient tx, UUID id, Entered entry, Rulings.Ruling ruling, String words) {
    tx.sql(
            """
            insert into appeal (workspace_id, id, contest, entry_id, unit_id, against, words, at,
              decided_by, decided_name)
            values (:workspace, :id, :contest, :entry, :unit, :against, :words, :at, :by, :name)""")
        .param("workspace", scope.workspace().value())
        .param("id", id)
        .param("contest", entry.contest())
        .param("entry", entry.id())
        .param("unit", ruling.unit(), Types.OTHER)
        .param("against", ruling.code())
        .param("words", words)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", ruling.by(), Types.OTHER)
        .param("name", ruling.name())
        .update();
  }

  /// What came, oldest first.
  List<AppealView> all(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx ->
            tx
                .sql("select id from appeal where contest = ? order by at")
                .param(campaign)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> view(tx, campaign, id))
                .toList());
  }

  /// How an appeal stands.
  ///
  /// @param outcome open, upheld or reversed
  record Told(String outcome, @Nullable String answer) {}

  /// The appeal that an entrant is told of: the one against what stands, else the last there was.
  static Optional<Told> told(JdbcClient tx, UUID entry) {
    var ruling = Rulings.against(tx, entry);
    if (ruling.isPresent()) {
      return against(tx, entry, ruling.get()).stream().findFirst();
    }
    return since(tx, entry, Instant.EPOCH).stream().findFirst();
  }

  /* Those about a decision that was taken back are done with: a new one may be appealed against. */
  private static List<Told> against(JdbcClient tx, UUID entry, Rulings.Ruling ruling) {
    return since(tx, entry, ruling.at());
  }

  private static List<Told> since(JdbcClient tx, UUID entry, Instant at) {
    return tx.sql(
            """
            select coalesce(outcome, 'open') as outcome, answer from appeal
            where entry_id = ? and (at >= ? or outcome is null) order by at desc""")
        .params(entry, Timestamp.from(at))
        .query((row, _) -> new Told(row.getString("outcome"), row.getString("answer")))
        .list();
  }

  /// How many appeals against the review of a contest wait for their answer.
  static int open(JdbcClient tx, UUID contest) {
    return tx.sql(
            """
            select count(*) from appeal
            where contest = ? and unit_id is null and outcome is null""")
        .param(contest)
        .query(Integer.class)
        .single();
  }

  /// Forgets what an entrant appealed with and was answered; what is open is over.
  static void forget(JdbcClient tx, UUID entry) {
    tx.sql(
            """
            update appeal set words = '', answer = null, outcome = coalesce(outcome, 'upheld')
            where entry_id = ?""")
        .param(entry)
        .update();
    tx.sql("select unit_id from appeal where entry_id = ? and unit_id is not null")
        .param(entry)
        .query(UUID.class)
        .list()
        .forEach(unit -> release(tx, unit));
  }

  /* A piece waits as long as anybody's appeal about it does. */
  private static void release(JdbcClient tx, UUID unit) {
    boolean waits =
        tx.sql("select exists (select 1 from appeal where unit_id = ? and outcome is null)")
            .param(unit)
            .query(Boolean.class)
            .single();
    UnitBook.suspend(tx, unit, waits);
  }

  private record Known(AppealView view, UUID entry, @Nullable UUID unit, @Nullable UUID decider) {}

  private static AppealView view(JdbcClient tx, UUID campaign, UUID id) {
    return known(tx, campaign, id).view();
  }

  private static Known known(JdbcClient tx, UUID campaign, UUID id) {
    return tx.sql(
            """
            select a.*, e.number from appeal a
              join entry e on e.workspace_id = a.workspace_id and e.id = a.entry_id
            where a.contest = ? and a.id = ?""")
        .params(campaign, id)
        .query(
            (row, _) ->
                new Known(
                    new AppealView(
                        id,
                        row.getInt("number"),
                        row.getObject("unit_id") != null,
                        row.getString("against"),
                        row.getString("words"),
                        Contest.at(row, "at"),
                        row.getString("decided_name"),
                        row.getString("outcome"),
                        row.getString("answer"),
                        row.getString("answered_name")),
                    row.getObject("entry_id", UUID.class),
                    row.getObject("unit_id", UUID.class),
                    row.getObject("decided_by", UUID.class)))
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no appeal " + id + "."));
  }

  /// Answers an appeal with reasons.
  ///
  /// @param reverse whether the decision is taken back
  /// @throws ForbiddenException if the same person decided
  AppealView answer(SignedIn by, UUID campaign, UUID id, boolean reverse, String reasons) {
    if (reasons.isBlank() || reasons.length() > LONGEST) {
      throw new BadInputException("answer", reasons, "Give the reasons, in 1 to 2,000 characters.");
    }
    Scope scope = by.scope();
    var view =
        transactions.in(
            scope,
            tx -> {
              var contest = ContestBook.hold(tx, campaign);
              var known = known(tx, campaign, id);
              if (known.view().outcome() != null) {
                throw new ConflictException(
                    "It was answered already by " + known.view().answeredBy() + ".");
              }
              if (known.decider() != null && known.decider().equals(by.person())) {
                throw new ForbiddenException(
                    by.name() + " took the decision; somebody else answers the appeal.");
              }
              close(by, tx, id, reverse, reasons.strip());
              settle(by, tx, contest, known, reverse);
              log.write(
                  scope,
                  tx,
                  campaign,
                  id,
                  reverse ? "reversed" : "upheld",
                  by,
                  "code",
                  EntryBook.get(tx, known.entry()).code());
              return view(tx, campaign, id);
            });
    desk.changed(scope, campaign);
    return view;
  }

  private void settle(SignedIn by, JdbcClient tx, Contest contest, Known known, boolean reverse) {
    UUID unit = known.unit();
    if (unit != null) {
      release(tx, unit);
    }
    if (!reverse) {
      return;
    }
    var entry = EntryBook.get(tx, known.entry());
    Rulings.lift(tx, entry.id());
    if (unit != null) {
      claims.giveBack(by.scope(), tx, contest, unit, entry, by);
    } else if (contest.sealedAt() == null) {
      EntryBook.status(tx, entry.id(), Entered.VALID);
      FlagBook.reverse(tx, entry.id(), by, clock.instant());
      chances.recount(by.scope(), tx, contest, entry, by);
    } else {
      throw new ConflictException(
          "The entries are sealed: it cannot come back into this draw. Uphold it, and say what you"
              + " do instead.");
    }
  }

  private void close(SignedIn by, JdbcClient tx, UUID id, boolean reverse, String answer) {
    tx.sql(
            """
            update appeal set outcome = :outcome, answer = :answer, answered_by = :by,
              answered_name = :name, answered_at = :at where id = :id""")
        .param("outcome", reverse ? "reversed" : "upheld")
        .param("answer", answer)
        .param("by", by.person(), Types.OTHER)
        .param("name", by.name())
        .param("at", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }
}
