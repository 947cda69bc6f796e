package org.wordborne.server.campaign.contest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import tools.jackson.databind.json.JsonMapper;

/// Who was drawn, who claims, and who stands in for those who do not.
///
/// Each step holds the contest, as entries, appeals and forgetting do: they come one after the
/// other, and each sees what the one before left.
@Component
class ClaimDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Transactions transactions;
  private final PrizeDesk prizes;
  private final SecretBox box;
  private final Log log;
  private final ReceiptMail mail;
  private final ContestDesk desk;
  private final InstantSource clock;

  ClaimDesk(
      Transactions transactions,
      PrizeDesk prizes,
      SecretBox box,
      Log log,
      ReceiptMail mail,
      ContestDesk desk,
      InstantSource clock) {
    this.transactions = transactions;
    this.prizes = prizes;
    this.box = box;
    this.log = log;
    this.mail = mail;
    this.desk = desk;
    this.clock = clock;
  }

  /// What a winner says to claim.
  ///
  /// @param shown the name they choose to be shown by; empty for none
  /// @param where how the prize reaches them
  record Claim(String shown, String region, boolean oldEnough, String where) {}

  /// Gives a piece to an entry that has none.
  ///
  /// @param why the deed in the log: `drawn`, `given` by staff, or `back` after an appeal
  /// @throws ConflictException if it has one
  void award(
      Scope scope,
      JdbcClient tx,
      Contest contest,
      PrizeUnit unit,
      Entered entry,
      int place,
      String why,
      SignedIn by) {
    if (UnitBook.ofEntry(tx, entry.id()).isPresent()) {
      throw new ConflictException("Entry " + entry.number() + " has a prize already.");
    }
    var next = unit.to(ClaimState.AWARDED, entry.id(), place);
    move(scope, tx, contest, unit, next, why, by, entry.code());
  }

  /* The one way a piece changes hands: row, ledger and log together, or nothing. */
  private void move(
      Scope scope,
      JdbcClient tx,
      Contest contest,
      PrizeUnit from,
      PrizeUnit to,
      String why,
      SignedIn by,
      String code) {
    if (!from.state().next().contains(to.state())) {
      throw new ConflictException(
          "A prize that is %s cannot become %s."
              .formatted(from.state().account(), to.state().account()));
    }
    if (!UnitBook.change(tx, from, to)) {
      var now = UnitBook.get(tx, contest.id(), from.id());
      throw new ConflictException(
          now.entry() == null
              ? "This piece is " + now.state().account() + " by now."
              : "already awarded to entry " + EntryBook.get(tx, now.entry()).number());
    }
    var prize = PrizeDesk.get(tx, contest.id(), from.prize());
    prizes.book(
        scope, tx, contest, prize.slug(), from.state().account(), to.state().account(), 1, why, by);
    log.write(
        scope,
        tx,
        contest.id(),
        from.id(),
        why,
        by,
        "code",
        code,
        "from",
        from.state().account(),
        "prize",
        prize.slug() + "-" + from.no(),
        "to",
        to.state().account());
  }

  /// Writes to the winner of a piece, and starts the days in which to answer.
  void notify(SignedIn by, UUID campaign, UUID id) {
    step(
        by.scope(),
        campaign,
        (tx, contest) -> {
          var unit = held(tx, contest, id, ClaimState.AWARDED);
          var entry = EntryBook.get(tx, entryOf(unit));
          Instant until = clock.instant().plus(Duration.ofDays(contest.claimDays()));
          UnitBook.notified(tx, id, clock.instant(), until);
          var prize = PrizeDesk.get(tx, campaign, unit.prize());
          boolean mailed = mail.won(by.scope(), tx, contest, entry, prize.name(), until);
          log.write(
              by.scope(),
              tx,
              campaign,
              id,
              "notified",
              by,
              "code",
              entry.code(),
              "how",
              mailed ? "mail" : "by-hand",
              "until",
              until.toString());
        });
  }

  /// An entrant claims what they were drawn for.
  void claim(Scope scope, Entered entry, Claim claim) {
    if (!claim.oldEnough()) {
      throw new EntryRefused("age", "need.age");
    }
    if (claim.where().isBlank()) {
      throw new EntryRefused("where", "need.where");
    }
    step(
        scope,
        entry.contest(),
        (tx, contest) -> {
          if (!contest.regions().isEmpty() && !contest.regions().contains(claim.region())) {
            throw new EntryRefused("region", "outside");
          }
          var unit = open(tx, contest, entry);
          var next = unit.to(ClaimState.CLAIMED, entry.id(), unit.place());
          EntryBook.claim(tx, entry.id(), box.seal(entry.id(), JSON.writeValueAsString(claim)));
          move(scope, tx, contest, unit, next, "claimed", Log.entrant(scope), entry.code());
          UnitBook.claimed(tx, unit.id(), clock.instant());
        });
  }

  /* The piece an entrant may answer for now. */
  private PrizeUnit open(JdbcClient tx, Contest contest, Entered entry) {
    var unit =
        UnitBook.ofEntry(tx, entry.id())
            .filter(one -> one.state() == ClaimState.AWARDED)
            .orElseThrow(() -> new ConflictException("There is nothing to claim by this entry."));
    if (unit.claimBy() != null && !clock.instant().isBefore(unit.claimBy())) {
      throw new ConflictException(
          "The time to claim ended on " + ContestTime.text(unit.claimBy(), contest.zone()) + ".");
    }
    return unit;
  }

  /// An entrant does not want it: the next who stands by is drawn for it.
  void decline(Scope scope, Entered entry) {
    step(
        scope,
        entry.contest(),
        (tx, contest) ->
            pass(scope, tx, contest, open(tx, contest, entry), "declined", Log.entrant(scope)));
  }

  /// Says that a winner is whom the rules ask for, or that they are not.
  ///
  /// @param code the ground when they are not
  void verify(SignedIn by, UUID campaign, UUID id, boolean eligible, @Nullable String code) {
    step(
        by.scope(),
        campaign,
        (tx, contest) -> {
          var unit = held(tx, contest, id, ClaimState.CLAIMED);
          notSuspended(unit);
          if (eligible) {
            UnitBook.verified(tx, id, clock.instant(), by.person());
            var entry = EntryBook.get(tx, entryOf(unit));
            log.write(by.scope(), tx, campaign, id, "verified", by, "code", entry.code());
            return;
          }
          if (code == null || !ReviewDesk.CODES.contains(code)) {
            throw new BadInputException("code", code, "Say why, as not-eligible.");
          }
          Rulings.write(by.scope(), tx, unit, code, by, clock.instant());
          pass(by.scope(), tx, contest, unit, "ineligible", by);
        });
  }

  /// The prize leaves.
  void ship(SignedIn by, UUID campaign, UUID id) {
    step(
        by.scope(),
        campaign,
        (tx, contest) -> {
          var unit = held(tx, contest, id, ClaimState.CLAIMED);
          notSuspended(unit);
          if (unit.verifiedAt() == null) {
            throw new ConflictException("Verify first that the winner is whom the rules ask for.");
          }
          go(by, tx, contest, unit, ClaimState.SHIPPED, "shipped");
        });
  }

  /// The prize is there.
  void deliver(SignedIn by, UUID campaign, UUID id) {
    step(
        by.scope(),
        campaign,
        (tx, contest) ->
            go(
                by,
                tx,
                contest,
                held(tx, contest, id, ClaimState.SHIPPED),
                ClaimState.DELIVERED,
                "delivered"));
  }

  private void go(
      SignedIn by, JdbcClient tx, Contest contest, PrizeUnit unit, ClaimState to, String why) {
    var entry = EntryBook.get(tx, entryOf(unit));
    move(
        by.scope(),
        tx,
        contest,
        unit,
        unit.to(to, unit.entry(), unit.place()),
        why,
        by,
        entry.code());
  }

  /// Nobody answered: the next who stands by is drawn for it; without one it expires.
  void expire(SignedIn by, UUID campaign, UUID id) {
    step(
        by.scope(),
        campaign,
        (tx, contest) -> {
          var unit = UnitBook.get(tx, campaign, id);
          notSuspended(unit);
          if (unit.state() == ClaimState.RESERVED && contest.drawnAt() != null) {
            move(
                by.scope(),
                tx,
                contest,
                unit,
                unit.to(ClaimState.EXPIRED, null, null),
                "expired",
                by,
                "none");
            return;
          }
          pass(
              by.scope(),
              tx,
              contest,
              held(tx, contest, id, ClaimState.AWARDED),
              "unreachable",
              by);
        });
  }

  /// Gives a piece that nobody has any more to an entry that staff names.
  ///
  /// Of many at once one wins; the others are told who has it.
  void give(SignedIn by, UUID campaign, UUID id, int number) {
    step(
        by.scope(),
        campaign,
        (tx, contest) -> {
          if (contest.drawnAt() == null) {
            throw new ConflictException("Nothing is given before the draw.");
          }
          var unit = UnitBook.get(tx, campaign, id);
          var entry = EntryBook.byNumber(tx, campaign, number);
          if (unit.entry() != null) {
            throw new ConflictException(
                "already awarded to entry " + EntryBook.get(tx, unit.entry()).number());
          }
          if (!entry.isValid()) {
            throw new ConflictException("Entry " + number + " is " + entry.status() + ".");
          }
          if (EntryBook.secret(tx, entry.id(), "key") == null) {
            throw new ConflictException("Entry " + number + " was forgotten; name another one.");
          }
          award(by.scope(), tx, contest, unit, entry, 0, "given", by);
          UnitBook.standsBy(tx, contest.id(), entry.id(), false);
        });
  }

  /// Takes a piece from whom it was meant for, and gives it to the next who stands by.
  void pass(Scope scope, JdbcClient tx, Contest contest, PrizeUnit unit, String why, SignedIn by) {
    var entry = EntryBook.get(tx, entryOf(unit));
    var free = unit.to(ClaimState.RESERVED, null, null);
    move(scope, tx, contest, unit, free, why, by, entry.code());
    Optional<Entered> next = UnitBook.nextAlternate(tx, contest.id());
    next.ifPresent(one -> award(scope, tx, contest, free, one, 0, "drawn", Log.clock(scope)));
  }

  /// Gives a piece back to the one it was taken from, after an appeal.
  void giveBack(Scope scope, JdbcClient tx, Contest contest, UUID id, Entered to, SignedIn by) {
    var unit = UnitBook.get(tx, contest.id(), id);
    var free = unit;
    if (unit.entry() != null) {
      var other = EntryBook.get(tx, unit.entry());
      free = unit.to(ClaimState.RESERVED, null, null);
      move(scope, tx, contest, unit, free, "appeal", by, other.code());
      UnitBook.standsBy(tx, contest.id(), other.id(), true);
    }
    award(scope, tx, contest, free, to, 0, "back", by);
  }

  /// Passes on what was not claimed in time.
  ///
  /// @return how many pieces
  int expireDue(Scope scope) {
    int passed = 0;
    for (PrizeUnit unit : transactions.in(scope, tx -> UnitBook.due(tx, clock.instant()))) {
      if (expireDue(scope, unit)) {
        passed++;
      }
    }
    return passed;
  }

  /* Somebody may have answered, or been given more time, since it was found due. */
  private boolean expireDue(Scope scope, PrizeUnit due) {
    boolean passed =
        transactions.in(
            scope,
            tx -> {
              var contest = ContestBook.hold(tx, due.contest());
              if (!UnitBook.get(tx, due.contest(), due.id()).equals(due)) {
                return false;
              }
              pass(scope, tx, contest, due, "unreachable", Log.clock(scope));
              return true;
            });
    if (passed) {
      desk.changed(scope, due.contest());
    }
    return passed;
  }

  /// The name a winner chose to be shown by.
  Optional<String> shown(JdbcClient tx, Entered entry) {
    return read(tx, entry).map(Claim::shown).filter(name -> !name.isBlank());
  }

  /// What a winner said to claim, if they did.
  Optional<Claim> read(JdbcClient tx, Entered entry) {
    byte[] sealed = EntryBook.secret(tx, entry.id(), "claim");
    return sealed == null
        ? Optional.empty()
        : Optional.of(JSON.readValue(box.open(entry.id(), sealed), Claim.class));
  }

  private static PrizeUnit held(JdbcClient tx, Contest contest, UUID id, ClaimState state) {
    var unit = UnitBook.get(tx, contest.id(), id);
    if (unit.state() != state) {
      throw new ConflictException(
          "This piece is %s; it would have to be %s."
              .formatted(unit.state().account(), state.account().toLowerCase(Locale.ROOT)));
    }
    return unit;
  }

  private static void notSuspended(PrizeUnit unit) {
    if (unit.suspended()) {
      throw new ConflictException("An appeal about this prize waits for its answer.");
    }
  }

  private static UUID entryOf(PrizeUnit unit) {
    UUID entry = unit.entry();
    if (entry == null) {
      throw new ConflictException("This piece is nobody's.");
    }
    return entry;
  }

  /// A step while the contest is held.
  @FunctionalInterface
  private interface Step {
    void take(JdbcClient tx, Contest contest);
  }

  private void step(Scope scope, UUID campaign, Step step) {
    transactions.run(scope, tx -> step.take(tx, ContestBook.hold(tx, campaign)));
    desk.changed(scope, campaign);
  }
}
