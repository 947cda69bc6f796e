package org.wordborne.server.campaign.draw;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.effect.BeaconCheck;
import org.wordborne.effect.Draw;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.Drawn;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Place;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Sealable;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// Draws what is sealed: takes the beacon's number, checks it and gives the prizes out.
@Component
class Drawing {
  private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);
  private static final int SIGNATURE_BYTES = 48;

  private final Transactions transactions;
  private final Contests contests;
  private final BeaconRelays relays;
  private final SecretBox box;
  private final InstantSource clock;

  Drawing(
      Transactions transactions,
      Contests contests,
      BeaconRelays relays,
      SecretBox box,
      InstantSource clock) {
    this.transactions = transactions;
    this.contests = contests;
    this.relays = relays;
    this.box = box;
    this.clock = clock;
  }

  /// As [Draws#beacon].
  void beacon(Scope scope, UUID contest, long round, String signature) {
    DrawBook.Seal seal = due(scope, contest);
    if (round != seal.commitment().round()) {
      throw new BadInputException(
          "round", round, "Sealed was round " + seal.commitment().round() + ".");
    }
    byte[] bytes = signature(signature);
    if (!BeaconCheck.holds(seal.chain(), round, bytes)) {
      throw new BadInputException(
          "signature",
          signature,
          "It is not that of round " + round + " of " + seal.chain().name() + ".");
    }
    draw(scope, seal, bytes, "by hand");
  }

  private static byte[] signature(String text) {
    String hex = text.strip().toLowerCase(java.util.Locale.ROOT);
    if (!hex.matches("[0-9a-f]{" + 2 * SIGNATURE_BYTES + "}")) {
      throw new BadInputException(
          "signature", text, "96 characters of 0-9 and a-f are right, as a relay gives them.");
    }
    return HexFormat.of().parseHex(hex);
  }

  /// As [Draws#run].
  ///
  /// @return whether it was not drawn before
  boolean run(Scope scope, UUID contest) {
    DrawBook.Seal seal = due(scope, contest);
    if (isDrawn(scope, contest)) {
      return false;
    }
    var round = relays.ask(seal.chain(), seal.commitment().round());
    if (!round.isHad()) {
      keep(scope, contest, round.trouble());
      throw new ConflictException(
          "Round %d of %s is due since %s, and no relay gave it: %s. It can be taken by hand."
              .formatted(
                  seal.commitment().round(), seal.chain().name(), seal.due(), round.trouble()));
    }
    CrashPoint.reach("draw.answered");
    try {
      draw(scope, seal, round.signature(), round.relay());
    } catch (RuntimeException failed) {
      keep(scope, contest, why(failed));
      throw failed;
    }
    return true;
  }

  private static String why(RuntimeException failed) {
    return failed instanceof ConflictException told
        ? String.valueOf(told.getMessage())
        : "It could not be drawn; the server's log says why";
  }

  private boolean isDrawn(Scope scope, UUID contest) {
    return transactions.in(scope, tx -> DrawBook.result(tx, contest).isPresent());
  }

  private void keep(Scope scope, UUID contest, String trouble) {
    transactions.run(scope, tx -> DrawBook.trouble(tx, scope, contest, trouble, clock.instant()));
  }

  private DrawBook.Seal due(Scope scope, UUID contest) {
    DrawBook.Seal seal = transactions.in(scope, tx -> DrawBook.sealed(tx, contest));
    Instant now = clock.instant();
    if (now.isBefore(seal.due())) {
      throw new ConflictException(
          "Round %d of %s is due at %s, in %s."
              .formatted(
                  seal.commitment().round(),
                  seal.chain().name(),
                  seal.due(),
                  inWords(Duration.between(now, seal.due()))));
    }
    return seal;
  }

  private static String inWords(Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    return minutes >= 120 ? minutes / 60 + " hours" : minutes + " min";
  }

  private void draw(Scope scope, DrawBook.Seal seal, byte[] signature, String relay) {
    UUID contest = seal.contest();
    transactions.run(
        scope,
        tx -> {
          // The row of the contest is held, so that two draws at once follow one another.
          Sealable now = contests.sealable(scope, tx, contest);
          EntryList list = DrawBook.list(tx, contest);
          byte[] secret = HexFormat.of().parseHex(box.open(contest, seal.secret()));
          Drawn drawn = drawn(list, seal, signature, secret);
          var result =
              new DrawBook.Result(
                  HexFormat.of().formatHex(signature),
                  HexFormat.of().formatHex(secret),
                  drawn.seed(),
                  drawn.order(),
                  drawn.winners().size(),
                  relay,
                  clock.instant());
          if (DrawBook.insert(tx, scope, contest, result)) {
            CrashPoint.reach("draw.noted");
            contests.drawn(scope, tx, contest, places(drawn));
            SealedChanges.of(list, now.entries())
                .forEach(change -> LOG.error("Draw {}: {}", contest, change));
          }
        });
  }

  /// What comes out of a sealed list by a number.
  static Drawn drawn(EntryList list, DrawBook.Seal seal, byte[] signature, byte[] secret) {
    try {
      return Draw.run(list, seal.commitment(), seal.chain(), signature, secret);
    } catch (DrawException broken) {
      throw new ConflictException("It cannot be drawn: " + broken.getMessage() + ".");
    }
  }

  private static List<Contests.Drawn> places(Drawn drawn) {
    var places = new ArrayList<Contests.Drawn>();
    for (Place winner : drawn.winners()) {
      places.add(new Contests.Drawn(places.size() + 1, winner.prize(), winner.code()));
    }
    for (Place alternate : drawn.alternates()) {
      places.add(new Contests.Drawn(places.size() + 1, null, alternate.code()));
    }
    return places;
  }
}
