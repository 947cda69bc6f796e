package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.campaign.contest.AppealDesk.AppealView;
import org.wordborne.server.campaign.contest.PrizeDesk.PrizeDraft;
import org.wordborne.server.campaign.contest.PrizeDesk.PrizesView;
import org.wordborne.server.campaign.contest.ReviewDesk.ReviewView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Contests over HTTP.
@RestController
@RequestMapping("/api/v1/campaigns/{id}")
class ContestsController {
  private final ContestDesk contests;
  private final ContestReader reader;
  private final EntryDesk entries;
  private final ReviewDesk review;
  private final PrizeDesk prizes;
  private final ClaimDesk claims;
  private final AppealDesk appeals;

  ContestsController(
      ContestDesk contests,
      ContestReader reader,
      EntryDesk entries,
      ReviewDesk review,
      PrizeDesk prizes,
      ClaimDesk claims,
      AppealDesk appeals) {
    this.contests = contests;
    this.reader = reader;
    this.entries = entries;
    this.review = review;
    this.prizes = prizes;
    this.claims = claims;
    this.appeals = appeals;
  }

  /// An entry, without whose it is.
  ///
  /// @param flag open, kept, excluded, sample, or null
  record ContestEntryView(
      int number,
      String code,
      String way,
      String words,
      String language,
      String status,
      int weight,
      Instant receivedAt,
      @Nullable String flag,
      @Nullable UUID mentionId) {}

  /// Entries in the order in which they came.
  ///
  /// @param next number after which the next page begins; null on the last
  record ContestEntriesView(List<ContestEntryView> entries, int all, @Nullable Integer next) {}

  /// An entry that staff types in.
  record StaffEntryRequest(
      @Nullable String name, @Nullable String words, @Nullable String language) {}

  /// What staff gives the entrant.
  record StaffEntryView(int number, String code, String receipt) {}

  /// What a reviewer decided, about all of these alike.
  record ReviewRequest(
      @Nullable List<Integer> numbers, @Nullable Boolean keep, @Nullable String code) {}

  /// A piece of a prize on its way to somebody.
  ///
  /// @param suspended whether an appeal about it waits
  /// @param receiptUrl the entrant's own page, for those who can only be told in their thread
  /// @param contact what the winner said to claim; null before they did
  record ClaimView(
      UUID id,
      String prize,
      int no,
      String state,
      @Nullable Integer entry,
      @Nullable String code,
      @Nullable String way,
      @Nullable Integer place,
      @Nullable Instant notifiedAt,
      @Nullable Instant claimBy,
      boolean verified,
      boolean suspended,
      @Nullable String receiptUrl,
      @Nullable ClaimContact contact) {}

  /// What a winner gave to be reached by.
  record ClaimContact(
      @Nullable String name, @Nullable String mail, String shown, String region, String where) {}

  /// All pieces, those who stand by, and the appeals.
  record ClaimsView(List<ClaimView> claims, int standingBy, List<AppealView> appeals) {}

  /// Whether a winner is whom the rules ask for.
  record VerifyRequest(@Nullable Boolean eligible, @Nullable String code) {}

  /// To whom a piece is given.
  record GiveRequest(@Nullable Integer entry) {}

  /// The answer to an appeal.
  record AppealAnswer(@Nullable Boolean reverse, @Nullable String answer) {}

  /// A line of the log.
  ///
  /// @param signature of the hash, with the workspace's key
  record ContestLogLine(
      long number,
      Instant at,
      String by,
      String deed,
      java.util.Map<String, String> facts,
      String hash,
      String signature) {}

  /// How far the log has come: the number of lines, and the last one's hash and signature.
  record ContestLogHead(long count, String hash, String signature) {
    static ContestLogHead of(Journals.Head head) {
      return new ContestLogHead(head.count(), head.hash(), head.signature());
    }
  }

  /// The log, as `wordborne effect log verify` reads it.
  ///
  /// @param book what it is about; signed with each line
  /// @param publicKey Ed25519, as X.509 in hexadecimal
  /// @param fingerprint SHA-256 of the key
  /// @param whole whether every line follows from the one before
  record ContestLogView(
      String book,
      String publicKey,
      String fingerprint,
      ContestLogHead head,
      List<ContestLogLine> lines,
      boolean whole) {}

  /// The contest; nothing while the campaign has none.
  @GetMapping("/contest")
  @Needs(Permission.SEE)
  ResponseEntity<ContestView> contest(Scope scope, @PathVariable UUID id) {
    return contests
        .find(scope, id)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PutMapping("/contest")
  @Needs(Permission.CAMPAIGN)
  ContestView write(SignedIn by, @PathVariable UUID id, @RequestBody ContestDraft draft) {
    return contests.write(by, id, draft);
  }

  @GetMapping("/entries")
  @Needs(Permission.READ)
  ContestEntriesView entries(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean flagged,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new BadInputException("limit", limit, "From 1 to 1,000.");
    }
    return reader.entries(scope, id, flagged, status, after, limit);
  }

  @PostMapping("/entries")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  StaffEntryView type(SignedIn by, @PathVariable UUID id, @RequestBody StaffEntryRequest request) {
    var receipt =
        entries.type(
            by,
            id,
            request.name() == null ? "" : request.name(),
            request.words() == null ? "" : request.words(),
            request.language() == null ? "en" : request.language());
    return new StaffEntryView(receipt.number(), receipt.code(), receipt.path());
  }

  @GetMapping("/fraud")
  @Needs(Permission.CAMPAIGN)
  ReviewView fraud(Scope scope, @PathVariable UUID id) {
    return review.view(scope, id);
  }

  @PostMapping("/fraud/decide")
  @Needs(Permission.CAMPAIGN)
  ReviewView decide(SignedIn by, @PathVariable UUID id, @RequestBody ReviewRequest request) {
    if (request.keep() == null) {
      throw new BadInputException("keep", null, "Say whether they stay in.");
    }
    return review.decide(
        by,
        id,
        request.numbers() == null ? List.of() : request.numbers(),
        request.keep(),
        request.code());
  }

  @GetMapping("/prizes")
  @Needs(Permission.SEE)
  PrizesView prizes(Scope scope, @PathVariable UUID id) {
    return prizes.view(scope, id);
  }

  @PostMapping("/prizes")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  PrizesView add(SignedIn by, @PathVariable UUID id, @RequestBody PrizeDraft draft) {
    return prizes.add(by, id, draft);
  }

  @DeleteMapping("/prizes/{prize}")
  @Needs(Permission.CAMPAIGN)
  PrizesView remove(SignedIn by, @PathVariable UUID id, @PathVariable UUID prize) {
    return prizes.remove(by, id, prize);
  }

  @GetMapping("/claims")
  @Needs(Permission.CAMPAIGN)
  ClaimsView claims(Scope scope, @PathVariable UUID id) {
    return reader.claims(scope, id);
  }

  @PostMapping("/claims/{unit}/notify")
  @Needs(Permission.CAMPAIGN)
  ClaimsView tell(SignedIn by, @PathVariable UUID id, @PathVariable UUID unit) {
    claims.notify(by, id, unit);
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/claims/{unit}/verify")
  @Needs(Permission.CAMPAIGN)
  ClaimsView verify(
      SignedIn by,
      @PathVariable UUID id,
      @PathVariable UUID unit,
      @RequestBody VerifyRequest request) {
    if (request.eligible() == null) {
      throw new BadInputException("eligible", null, "Say whether the winner may have it.");
    }
    claims.verify(by, id, unit, request.eligible(), request.code());
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/claims/{unit}/ship")
  @Needs(Permission.CAMPAIGN)
  ClaimsView ship(SignedIn by, @PathVariable UUID id, @PathVariable UUID unit) {
    claims.ship(by, id, unit);
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/claims/{unit}/deliver")
  @Needs(Permission.CAMPAIGN)
  ClaimsView deliver(SignedIn by, @PathVariable UUID id, @PathVariable UUID unit) {
    claims.deliver(by, id, unit);
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/claims/{unit}/expire")
  @Needs(Permission.CAMPAIGN)
  ClaimsView expire(SignedIn by, @PathVariable UUID id, @PathVariable UUID unit) {
    claims.expire(by, id, unit);
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/claims/{unit}/award")
  @Needs(Permission.APPROVE)
  ClaimsView award(
      SignedIn by,
      @PathVariable UUID id,
      @PathVariable UUID unit,
      @RequestBody GiveRequest request) {
    if (request.entry() == null) {
      throw new BadInputException("entry", null, "Say which entry, by its number.");
    }
    claims.give(by, id, unit, request.entry());
    return reader.claims(by.scope(), id);
  }

  @PostMapping("/appeals/{appeal}/answer")
  @Needs(Permission.CAMPAIGN)
  AppealView answer(
      SignedIn by,
      @PathVariable UUID id,
      @PathVariable UUID appeal,
      @RequestBody AppealAnswer request) {
    if (request.reverse() == null) {
      throw new BadInputException("reverse", null, "Say whether the decision is taken back.");
    }
    String answer = request.answer() == null ? "" : request.answer();
    return appeals.answer(by, id, appeal, request.reverse(), answer);
  }

  @GetMapping("/contest/log")
  @Needs(Permission.SEE)
  ContestLogView log(Scope scope, @PathVariable UUID id) {
    return reader.log(scope, id);
  }
}
