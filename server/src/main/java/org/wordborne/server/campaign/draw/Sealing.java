package org.wordborne.server.campaign.draw;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Sealable;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Seals contests: the list, the rule and the hash of our secret, before the number exists.
@Component
class Sealing {
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_NAME = 200;
  private static final Duration USUAL_WAIT = Duration.ofMinutes(10);
  private static final Duration LEAST_WAIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofDays(60);

  private final Transactions transactions;
  private final Contests contests;
  private final BeaconChains chains;
  private final SecretBox box;
  private final InstantSource clock;
  private final SecureRandom chance;

  Sealing(
      Transactions transactions,
      Contests contests,
      BeaconChains chains,
      SecretBox box,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.contests = contests;
    this.chains = chains;
    this.box = box;
    this.clock = clock;
    this.chance = chance;
  }

  /// As [Draws#seal].
  void seal(SignedIn by, UUID contest, @Nullable Instant drawAt) {
    transactions.run(by.scope(), tx -> seal(by, tx, contest, drawAt));
  }

  private void seal(SignedIn by, JdbcClient tx, UUID contest, @Nullable Instant drawAt) {
    Scope scope = by.scope();
    Sealable sealable = contests.sealable(scope, tx, contest);
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
      contests.sealed(by, tx, contest, now);
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

  /// What keeps a contest from being sealed.
  List<String> lacks(Sealable sealable) {
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
}
