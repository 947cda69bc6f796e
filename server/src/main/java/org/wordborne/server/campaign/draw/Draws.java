package org.wordborne.server.campaign.draw;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.BeaconCheck;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.Draw;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.Drawn;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Place;
import org.wordborne.effect.Proof;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Sealable;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Draws of contests: sealed, then drawn once by a number that did not exist when it was sealed.
///
/// ```java
/// draws.seal(by, contest, null);      // the list, the rule and the hash of our secret are public
/// draws.run(scope, contest);          // 409 until the beacon's round is due
/// draws.proof(scope, contest);        // what a stranger runs again
/// ```
///
/// Each step is one transaction, and what it writes cannot be changed: whoever kills the server in
/// between finds either all of it or nothing, and the same draw the second time.
@Component
public class Draws {
  private static final Logger LOG = LoggerFactory.getLogger(Draws.class);
  private static final int SECRET_BYTES = 32;
  private static final int SIGNATURE_BYTES = 48;
  private static final int LONGEST_NAME = 200;
  private static final Duration USUAL_WAIT = Duration.ofMinutes(10);
  private static final Duration LEAST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofDays(60);

  private final Transactions transactions;
  private final ObjectProvider<Contests> contests;
  private final BeaconChains chains;
  private final BeaconRelays relays;
  private final SecretBox box;
  private final PublicDoors doors;
  private final LiveEvents live;
  private final InstantSource clock;
  private final SecureRandom chance;

  Draws(
      Transactions transactions,
      ObjectProvider<Contests> contests,
      BeaconChains chains,
      BeaconRelays relays,
      SecretBox box,
      PublicDoors doors,
      LiveEvents live,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.contests = contests;
    this.chains = chains;
    this.relays = relays;
    this.box = box;
    this.doors = doors;
    this.live = live;
    this.clock = clock;
    this.chance = chance;
  }

  /// How the draw of a contest stands.
  public DrawView of(Scope scope, UUID contest) {
    return transactions
        .in(scope, tx -> of(scope, tx, contest))
        .at(doors.of(scope, "contest", contest).map(door -> "/p/c/" + door + "/draw").orElse(null));
  }

  private DrawView of(Scope scope, JdbcClient tx, UUID contest) {
    var seal = DrawBook.seal(tx, contest).orElse(null);
    Sealable now = contests().sealable(scope, tx, contest);
    if (seal == null) {
      return DrawViews.open(contest, now, lacks(now));
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
        .view(changes, code -> contests().shownName(scope, contest, code));
  }

  /// Seals: from now on no entry comes, none changes, and everybody may know what is drawn from.
  ///
  /// @param drawAt when the beacon's number is to be made; null for ten minutes from now
  /// @throws ConflictException if it may not be sealed yet, or is sealed
  public DrawView seal(SignedIn by, UUID contest, @Nullable Instant drawAt) {
    Scope scope = by.scope();
    transactions.run(scope, tx -> seal(by, tx, contest, drawAt));
    told(scope);
    return of(scope, contest);
  }

  private void seal(SignedIn by, JdbcClient tx, UUID contest, @Nullable Instant drawAt) {
    Scope scope = by.scope();
    Sealable sealable = contests().sealable(scope, tx, contest);
    DrawBook.seal(tx, contest)
        .ifPresent(
            seal -> {
              throw new ConflictException(
                  "It is sealed since " + seal.commitment().sealed() + "; a seal stays.");
            });
    List<String> lacks = lacks(sealable);
    if (!lacks.isEmpty()) {
      throw new ConflictException("It cannot be sealed yet. " + String.join(" ", lacks));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    BeaconChain chain = chains.chosen();
    long round = chain.roundAt(checked(drawAt, now));
    byte[] secret = new byte[SECRET_BYTES];
    chance.nextBytes(secret);
    try {
      EntryList entries = EntryList.of(sealable.entries());
      if (entries.drawable() == 0) {
        throw new ConflictException("No entry may win, so there is nothing to draw.");
      }
      var commitment =
          commitment(sealable, entries, Commitment.hashOfSecret(secret), chain, round, now);
      var seal =
          new DrawBook.Seal(
              contest,
              commitment,
              HexFormat.of().formatHex(commitment.hash()),
              box.seal(contest, HexFormat.of().formatHex(secret)),
              chain,
              chain.dueAt(round),
              sealable.prizeNames());
      DrawBook.insert(tx, scope, seal, entries);
      contests().sealed(by, tx, contest, now);
    } catch (DrawException wrong) {
      throw new ConflictException("It cannot be sealed: " + wrong.getMessage() + ".");
    }
  }

  private static Commitment commitment(
      Sealable sealable,
      EntryList entries,
      byte[] secret,
      BeaconChain chain,
      long round,
      Instant now)
      throws DrawException {
    return new Commitment(
            oneLine(sealable.name()),
            sealable.rules(),
            now,
            entries.size(),
            HexFormat.of().formatHex(entries.root()),
            HexFormat.of().formatHex(secret),
            sealable.onePerGroup(),
            sealable.prizes(),
            sealable.alternates(),
            chain.hash(),
            round)
        .checked();
  }

  private static String oneLine(String name) {
    String line = name.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.substring(0, Math.min(LONGEST_NAME, line.length()));
  }

  private List<String> lacks(Sealable sealable) {
    var lacks = new ArrayList<>(sealable.lacks());
    if (lacks.isEmpty() && clock.instant().isBefore(sealable.closesAt())) {
      lacks.add("It closes at " + sealable.closesAt() + ".");
    }
    if (lacks.isEmpty() && sealable.entries().isEmpty()) {
      lacks.add("Nobody entered.");
    }
    return lacks;
  }

  private static Instant checked(@Nullable Instant drawAt, Instant now) {
    if (drawAt == null) {
      return now.plus(USUAL_WAIT);
    }
    if (drawAt.isBefore(now.plus(LEAST_WAIT)) || drawAt.isAfter(now.plus(LONGEST_WAIT))) {
      throw new BadInputException(
          "drawAt", drawAt, "From five minutes to sixty days after the seal, which is made now.");
    }
    return drawAt;
  }

  /// Takes the beacon's number by hand, as when no relay can be reached, and draws.
  ///
  /// @throws ConflictException before the round is due
  /// @throws BadInputException if it is another round's number, or no number of that chain at all
  public DrawView beacon(Scope scope, UUID contest, long round, String signature) {
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
    return of(scope, contest);
  }

  private static byte[] signature(String text) {
    String hex = text.strip().toLowerCase(java.util.Locale.ROOT);
    if (!hex.matches("[0-9a-f]{" + 2 * SIGNATURE_BYTES + "}")) {
      throw new BadInputException(
          "signature", text, "96 characters of 0-9 and a-f are right, as a relay gives them.");
    }
    return HexFormat.of().parseHex(hex);
  }

  /// Asks the relays for the beacon's number and draws; what is drawn already stays as it is.
  ///
  /// @throws ConflictException before the round is due, or if no relay has it
  public DrawView run(Scope scope, UUID contest) {
    DrawBook.Seal seal = due(scope, contest);
    if (!isDrawn(scope, contest)) {
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
    }
    return of(scope, contest);
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

  /// Draws what is due; asked by the clock. A draw that fails stops no other.
  void runDue(Scope scope) {
    var due = transactions.in(scope, tx -> DrawBook.due(tx, clock.instant()));
    for (UUID contest : due) {
      try {
        run(scope, contest);
      } catch (ConflictException notYet) {
        LOG.warn("Draw {}: {}", contest, notYet.getMessage());
        told(scope);
      } catch (RuntimeException broken) {
        LOG.error("Draw {}", contest, broken);
        told(scope);
      }
    }
  }

  private DrawBook.Seal due(Scope scope, UUID contest) {
    DrawBook.Seal seal = sealOf(scope, contest);
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

  private DrawBook.Seal sealOf(Scope scope, UUID contest) {
    return transactions
        .in(scope, tx -> DrawBook.seal(tx, contest))
        .orElseThrow(() -> new ConflictException("It is not sealed yet, so nothing can be drawn."));
  }

  private void draw(Scope scope, DrawBook.Seal seal, byte[] signature, String relay) {
    UUID contest = seal.contest();
    transactions.run(
        scope,
        tx -> {
          // The row of the contest is held, so that two draws at once follow one another.
          Sealable now = contests().sealable(scope, tx, contest);
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
            contests().drawn(scope, tx, contest, places(drawn));
            SealedChanges.of(list, now.entries())
                .forEach(change -> LOG.error("Draw {}: {}", contest, change));
          }
        });
    told(scope);
  }

  private static Drawn drawn(EntryList list, DrawBook.Seal seal, byte[] signature, byte[] secret) {
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

  /// What the files of a proof are called, without their ends; nothing before it is drawn.
  Optional<String> proofName(Scope scope, UUID contest) {
    return transactions.in(
        scope,
        tx ->
            DrawBook.result(tx, contest)
                .flatMap(_ -> DrawBook.seal(tx, contest))
                .map(seal -> DrawProof.fileName(seal.commitment().name())));
  }

  /// What a stranger needs to run the draw again.
  ///
  /// @throws ConflictException before it is drawn
  public DrawProof proof(Scope scope, UUID contest) {
    DrawBook.Seal seal = sealOf(scope, contest);
    return transactions.in(
        scope,
        tx -> {
          DrawBook.Result result =
              DrawBook.result(tx, contest)
                  .orElseThrow(
                      () -> new ConflictException("It is not drawn yet; the proof comes with it."));
          EntryList list = DrawBook.list(tx, contest);
          byte[] signature = HexFormat.of().parseHex(result.signature());
          byte[] secret = HexFormat.of().parseHex(result.secret());
          Drawn drawn = drawn(list, seal, signature, secret);
          String name = DrawProof.fileName(seal.commitment().name());
          Proof proof =
              Proof.of(
                  list,
                  seal.commitment(),
                  seal.chain(),
                  signature,
                  secret,
                  drawn,
                  0,
                  name + ".entries");
          return new DrawProof(name, proof.json(), list.bytes(), Chains.write(seal.chain()));
        });
  }

  /// The sealed list with what leads from an entry to its root.
  Optional<SealedEntry> entry(Scope scope, UUID contest, String code) {
    return transactions.in(
        scope,
        tx -> {
          if (DrawBook.seal(tx, contest).isEmpty()) {
            return Optional.empty();
          }
          EntryList list = DrawBook.list(tx, contest);
          int number = list.number(code);
          return number == 0
              ? Optional.empty()
              : Optional.of(
                  new SealedEntry(
                      number,
                      list.line(number),
                      list.inclusion(number).stream().map(HexFormat.of()::formatHex).toList()));
        });
  }

  /// An entry of the sealed list.
  ///
  /// @param path the hashes that lead from it to the root, nearest first
  record SealedEntry(int number, String line, List<String> path) {}

  private Contests contests() {
    Contests known = contests.getIfAvailable();
    if (known == null) {
      throw new NotFoundException("There are no contests here.");
    }
    return known;
  }

  private void told(Scope scope) {
    live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of("draw")));
  }
}
