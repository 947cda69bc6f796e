package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.contest.ClaimDesk.Claim;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// An entrant's own page: how their entry stands, and what they may do about it.
@Component
class ReceiptDesk {
  private final Transactions transactions;
  private final SecretBox box;
  private final ClaimDesk claims;
  private final AppealDesk appeals;
  private final Log log;
  private final Chances chances;
  private final ContestDesk desk;

  ReceiptDesk(
      Transactions transactions,
      SecretBox box,
      ClaimDesk claims,
      AppealDesk appeals,
      Log log,
      Chances chances,
      ContestDesk desk) {
    this.transactions = transactions;
    this.box = box;
    this.claims = claims;
    this.appeals = appeals;
    this.log = log;
    this.chances = chances;
    this.desk = desk;
  }

  /// Who opened the page: an entry, and the scope its key carries.
  record Opened(Scope scope, Entered entry) {}

  /// How it stands.
  ///
  /// @param state in, excluded, twice, withdrawn, drawn, claimed, verified, shipped, delivered,
  ///     sealed, not-drawn
  /// @param ground why it was excluded
  /// @param prize what was won
  /// @param claimBy until when it may be claimed; null before the winner was told
  /// @param appealUntil until when an appeal is taken; null where nothing was decided
  /// @param appeal open, upheld, reversed, or null without one
  record Receipt(
      String campaign,
      Contest contest,
      Entered entry,
      String state,
      @Nullable String ground,
      @Nullable String prize,
      @Nullable Instant claimBy,
      @Nullable Instant appealUntil,
      @Nullable String appeal,
      @Nullable String answer,
      String door) {}

  /// Opens an entry by its code and key.
  ///
  /// @throws NotFoundException if they do not belong together
  Opened open(String code, String key) {
    var workspace = Secrets.workspace(key).orElseThrow(ReceiptDesk::nothing);
    Scope scope = Scope.of(workspace);
    return transactions.in(
        scope,
        tx -> {
          var entry = EntryBook.byCode(tx, code).orElseThrow(ReceiptDesk::nothing);
          byte[] sealed = EntryBook.secret(tx, entry.id(), "key");
          if (sealed == null || !Secrets.same(box.open(entry.id(), sealed), key)) {
            throw nothing();
          }
          return new Opened(scope, entry);
        });
  }

  private static NotFoundException nothing() {
    return new NotFoundException("There is nothing at this address.");
  }

  Receipt look(Opened who, String door) {
    return transactions.in(
        who.scope(),
        tx -> {
          var entry = who.entry();
          var contest = ContestBook.get(tx, entry.contest());
          var unit = UnitBook.ofEntry(tx, entry.id());
          var ruling = Rulings.against(tx, entry.id());
          var appeal = AppealDesk.told(tx, entry.id());
          return new Receipt(
              CampaignGround.get(tx, entry.contest()).name(),
              contest,
              entry,
              state(contest, entry, unit, ruling.isPresent()),
              ruling.map(Rulings.Ruling::code).orElse(null),
              unit.map(one -> PrizeDesk.get(tx, contest.id(), one.prize()).name()).orElse(null),
              unit.map(PrizeUnit::claimBy).orElse(null),
              appeals.until(tx, contest, entry).orElse(null),
              appeal.map(AppealDesk.Told::outcome).orElse(null),
              appeal.map(AppealDesk.Told::answer).orElse(null),
              door);
        });
  }

  private static String state(
      Contest contest, Entered entry, Optional<PrizeUnit> unit, boolean ruled) {
    if (unit.isPresent()) {
      return switch (unit.get().state()) {
        case AWARDED -> "drawn";
        case CLAIMED -> unit.get().verifiedAt() == null ? "claimed" : "verified";
        default -> unit.get().state().account();
      };
    }
    if (!entry.isValid() || ruled) {
      return entry.isValid() || entry.status().startsWith("excluded") ? "excluded" : entry.status();
    }
    if (contest.drawnAt() != null) {
      return "not-drawn";
    }
    return contest.sealedAt() == null ? "in" : "sealed";
  }

  void claim(Opened who, Claim claim) {
    claims.claim(who.scope(), who.entry(), claim);
  }

  void decline(Opened who) {
    claims.decline(who.scope(), who.entry());
  }

  void appeal(Opened who, String words, Locale language) {
    appeals.appeal(who.scope(), who.entry(), words, language);
  }

  /// Forgets an entrant: before the seal the entry is withdrawn, after it the sealed line stays,
  /// which without the salt says nothing; a prize not yet sent goes to the next who stands by.
  void forget(Opened who) {
    Scope scope = who.scope();
    UUID campaign = who.entry().contest();
    transactions.run(
        scope,
        tx -> {
          var contest = ContestBook.hold(tx, campaign);
          var entry = EntryBook.get(tx, who.entry().id());
          log.write(
              scope,
              tx,
              campaign,
              entry.id(),
              "forgotten",
              Log.entrant(scope),
              "code",
              entry.code(),
              "sealed",
              Boolean.toString(contest.sealedAt() != null));
          if (contest.sealedAt() == null) {
            EntryBook.status(tx, entry.id(), "withdrawn");
            chances.recount(scope, tx, contest, entry, Log.entrant(scope));
          }
          EntryBook.forget(tx, contest, entry);
          AppealDesk.forget(tx, entry.id());
          UnitBook.ofEntry(tx, entry.id())
              .filter(
                  unit -> unit.state() == ClaimState.AWARDED || unit.state() == ClaimState.CLAIMED)
              .ifPresent(
                  unit -> claims.pass(scope, tx, contest, unit, "forgotten", Log.entrant(scope)));
        });
    desk.changed(scope, campaign);
  }
}
