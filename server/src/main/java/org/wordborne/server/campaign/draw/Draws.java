package org.wordborne.server.campaign.draw;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.EntryList;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Sealable;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Draws of contests: sealed, then drawn once by a number that did not exist when it was sealed.
///
/// ```java
/// draws.seal(by, contest, null);      // the list, the rule and the hash of our secret are public
/// draws.run(scope, contest);          // 409 until the beacon's round is due
/// proofs.proof(scope, contest);       // what a stranger runs again
/// ```
///
/// Each step is one transaction, and what it writes cannot be changed: whoever kills the server in
/// between finds either all of it or nothing, and the same draw the second time.
@Component
public class Draws {
  private static final Logger LOG = LoggerFactory.getLogger(Draws.class);

  private final Transactions transactions;
  private final Contests contests;
  private final Sealing sealing;
  private final Drawing drawing;
  private final PublicDoors doors;
  private final LiveEvents live;
  private final InstantSource clock;
  private final WaitingDraws waiting = new WaitingDraws();

  Draws(
      Transactions transactions,
      Contests contests,
      Sealing sealing,
      Drawing drawing,
      PublicDoors doors,
      LiveEvents live,
      InstantSource clock) {
    this.transactions = transactions;
    this.contests = contests;
    this.sealing = sealing;
    this.drawing = drawing;
    this.doors = doors;
    this.live = live;
    this.clock = clock;
  }

  /// How the draw of a contest stands.
  public DrawView of(Scope scope, UUID contest) {
    return transactions
        .in(scope, tx -> of(scope, tx, contest))
        .at(doors.of(scope, "contest", contest).map(door -> "/p/c/" + door + "/draw").orElse(null));
  }

  private DrawView of(Scope scope, JdbcClient tx, UUID contest) {
    var seal = DrawBook.seal(tx, contest).orElse(null);
    Sealable now = contests.sealable(scope, tx, contest);
    if (seal == null) {
      return DrawViews.open(contest, now, sealing.lacks(now));
    }
    EntryList list = DrawBook.list(tx, contest);
    return view(scope, tx, seal, list, SealedChanges.of(list, now.entries()));
  }

  /// How a sealed draw stands for everybody: without what became of entries later.
  Optional<DrawView> shown(Scope scope, UUID contest) {
    return transactions.in(
        scope,
        tx ->
            DrawBook.seal(tx, contest)
                .map(seal -> view(scope, tx, seal, DrawBook.list(tx, contest), List.of())));
  }

  private DrawView view(
      Scope scope, JdbcClient tx, DrawBook.Seal seal, EntryList list, List<String> changes) {
    UUID contest = seal.contest();
    return new DrawViews(
            seal,
            list,
            DrawBook.result(tx, contest).orElse(null),
            DrawBook.trouble(tx, contest).orElse(null),
            clock.instant())
        .view(changes, code -> contests.shownName(scope, contest, code));
  }

  /// Seals: from now on no entry comes, none changes, and everybody may know what is drawn from.
  ///
  /// @param drawAt when the beacon's number is to be made; null for ten minutes from now
  /// @throws ConflictException if it may not be sealed yet, or is sealed
  public DrawView seal(SignedIn by, UUID contest, @Nullable Instant drawAt) {
    Scope scope = by.scope();
    sealing.seal(by, contest, drawAt);
    told(scope);
    return of(scope, contest);
  }

  /// Takes the beacon's number by hand, as when no relay can be reached, and draws.
  ///
  /// @throws ConflictException before the round is due
  /// @throws BadInputException if it is another round's number, or no number of that chain at all
  public DrawView beacon(Scope scope, UUID contest, long round, String signature) {
    drawing.beacon(scope, contest, round, signature);
    told(scope);
    return of(scope, contest);
  }

  /// Asks the relays for the beacon's number and draws; what is drawn already stays as it is.
  ///
  /// @throws ConflictException before the round is due, or if no relay has it
  public DrawView run(Scope scope, UUID contest) {
    if (drawing.run(scope, contest)) {
      told(scope);
    }
    return of(scope, contest);
  }

  /// Draws what is due; asked by the clock. A draw that fails stops no other.
  void runDue(Scope scope) {
    var due = transactions.in(scope, tx -> DrawBook.due(tx, clock.instant()));
    for (UUID contest : due) {
      try {
        run(scope, contest);
        waiting.drawn(contest);
      } catch (ConflictException notYet) {
        waiting.failed(contest, String.valueOf(notYet.getMessage()), clock.instant());
        told(scope);
      } catch (RuntimeException broken) {
        if (waiting.failed(contest, broken.toString(), clock.instant())) {
          LOG.error("Draw {}", contest, broken);
        }
        told(scope);
      }
    }
  }

  /// Says that draws wait; asked by the clock after each round through all workspaces.
  void sayWaiting() {
    waiting.toSay(clock.instant()).ifPresent(LOG::warn);
  }

  private void told(Scope scope) {
    live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of("draw")));
  }
}
