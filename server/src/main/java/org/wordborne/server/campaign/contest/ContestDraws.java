package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.Entry;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// What a draw is given, and what it gives back.
@Component
class ContestDraws implements Contests {
  private final Transactions transactions;
  private final Mentions mentions;
  private final ReviewDesk review;
  private final ClaimDesk claims;
  private final Log log;
  private final InstantSource clock;

  ContestDraws(
      Transactions transactions,
      Mentions mentions,
      ReviewDesk review,
      ClaimDesk claims,
      Log log,
      InstantSource clock) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.review = review;
    this.claims = claims;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Sealable sealable(Scope scope, JdbcClient tx, UUID id) {
    var contest = ContestBook.hold(tx, id);
    var campaign = CampaignGround.get(tx, id);
    Instant closes = campaign.closes(contest);
    if (!clock.instant().isBefore(closes)) {
      review.judge(scope, id);
    }
    var entries = EntryBook.all(tx, id);
    var prizes = PrizeDesk.all(tx, id);
    var rules = CampaignGround.rules(tx, id, "en");
    return new Sealable(
        campaign.name(),
        closes,
        lacks(tx, contest, closes, entries, prizes.isEmpty(), rules.isEmpty()),
        entries.stream().map(ContestDraws::line).toList(),
        prizes.stream()
            .map(prize -> new org.wordborne.effect.Prize(prize.slug(), prize.pieces()))
            .toList(),
        prizes.stream().map(PrizeDesk.Prize::name).toList(),
        contest.alternates(),
        true,
        rules.map(CampaignGround.Rules::hash).orElse(""));
  }

  private static Entry line(Entered entry) {
    return new Entry(entry.code(), entry.group(), entry.weight(), entry.status(), entry.digest());
  }

  private List<String> lacks(
      JdbcClient tx,
      Contest contest,
      Instant closes,
      List<Entered> entries,
      boolean noPrizes,
      boolean noRules) {
    var lacks = new ArrayList<String>();
    if (clock.instant().isBefore(closes)) {
      lacks.add(
          "It takes entries until "
              + ContestTime.text(closes, contest.zone())
              + "; nothing is sealed before.");
    }
    if (contest.byPost() && !mentions.hasRead(tx, "contests", closes)) {
      lacks.add("Words heard before the close are still being read; try again in a moment.");
    }
    int flags = FlagBook.undecided(tx, contest.id());
    if (flags > 0) {
      lacks.add(
          flags
              + (flags == 1 ? " flagged entry waits" : " flagged entries wait")
              + " for a decision.");
    }
    int appeals = AppealDesk.open(tx, contest.id());
    if (appeals > 0) {
      lacks.add(
          appeals
              + (appeals == 1 ? " appeal waits" : " appeals wait")
              + " for an answer, by a member who did not decide.");
    }
    if (entries.stream().noneMatch(Entered::isValid)) {
      lacks.add("There is no entry that may win.");
    }
    if (noPrizes) {
      lacks.add("There is no prize.");
    }
    if (noRules) {
      lacks.add("There are no rules.");
    }
    return lacks;
  }

  @Override
  public void sealed(SignedIn by, JdbcClient tx, UUID id, Instant at) {
    ContestBook.mark(tx, id, "sealed", at);
    log.write(
        by.scope(),
        tx,
        id,
        id,
        "sealed",
        by,
        "entries",
        Integer.toString(EntryBook.all(tx, id).size()));
  }

  @Override
  public void drawn(Scope scope, JdbcClient tx, UUID id, List<Drawn> places) {
    var contest = ContestBook.hold(tx, id);
    if (contest.drawnAt() != null) {
      throw new ConflictException("It was drawn already.");
    }
    var prizes = PrizeDesk.all(tx, id);
    int alternate = 0;
    for (Drawn place : places) {
      var entry =
          EntryBook.byCode(tx, place.code())
              .orElseThrow(() -> new NotFoundException("There is no entry " + place.code() + "."));
      if (place.prize() == null) {
        alternate++;
        UnitBook.standBy(scope, tx, id, alternate, entry.id());
      } else {
        var prize =
            prizes.stream()
                .filter(one -> one.slug().equals(place.prize()))
                .findFirst()
                .orElseThrow(
                    () -> new NotFoundException("There is no prize " + place.prize() + "."));
        var unit =
            UnitBook.free(tx, prize.id())
                .orElseThrow(
                    () -> new ConflictException("No piece of " + prize.slug() + " is left."));
        claims.award(scope, tx, contest, unit, entry, place.place(), "drawn", Log.clock(scope));
      }
    }
    ContestBook.mark(tx, id, "drawn", clock.instant());
    passForgotten(scope, tx, contest);
  }

  /* Who was forgotten between seal and draw is in the list and may be drawn: the next stands in. */
  private void passForgotten(Scope scope, JdbcClient tx, Contest contest) {
    boolean again = true;
    while (again) {
      again = false;
      for (PrizeUnit unit : UnitBook.all(tx, contest.id())) {
        if (unit.state() == ClaimState.AWARDED
            && unit.entry() != null
            && EntryBook.secret(tx, unit.entry(), "key") == null) {
          claims.pass(scope, tx, contest, unit, "forgotten", Log.clock(scope));
          again = true;
        }
      }
    }
  }

  @Override
  public @Nullable String shownName(Scope scope, UUID contest, String code) {
    return transactions.in(
        scope,
        tx -> {
          Optional<Entered> entry =
              EntryBook.byCode(tx, code).filter(one -> one.contest().equals(contest));
          // A name is shown only once it was verified whom the prize goes to.
          return entry
              .filter(
                  one ->
                      UnitBook.ofEntry(tx, one.id())
                          .filter(unit -> unit.verifiedAt() != null)
                          .isPresent())
              .flatMap(one -> claims.shown(tx, one))
              .orElse(null);
        });
  }
}
