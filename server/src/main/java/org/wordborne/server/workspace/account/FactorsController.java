package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Open;
import org.wordborne.server.workspace.account.Proofs.Proof;
import org.wordborne.server.workspace.account.Tickets.Kind;
import org.wordborne.server.workspace.account.factor.CodeOffer;
import org.wordborne.server.workspace.account.factor.FactorState;
import org.wordborne.server.workspace.account.factor.Factors;
import org.wordborne.server.workspace.account.factor.PasskeyMade;
import org.wordborne.server.workspace.account.factor.PasskeyPlace;
import org.wordborne.server.workspace.account.factor.PasskeyView;
import org.wordborne.server.workspace.account.factor.PasskeyWanted;
import org.wordborne.server.workspace.account.factor.Passkeys;

/// What somebody signs in with beside the password. Whoever has yet to show a second factor
/// reaches this and nothing else; a program with a token cannot.
@RestController
@RequestMapping("/api/v1/me/factors")
@Open("of the signed-in person alone, also before they have the second factor that is asked")
class FactorsController {
  private static final int CHALLENGE = 32;
  private final Proofs proofs;
  private final Factors factors;
  private final Passkeys passkeys;
  private final PasskeyPlace place;
  private final FactorRule rule;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Tickets tickets;
  private final WaysIn ways;
  private final Transactions transactions;
  private final SecureRandom chance;

  FactorsController(
      Proofs proofs,
      Factors factors,
      Passkeys passkeys,
      PasskeyPlace place,
      FactorRule rule,
      Sessions sessions,
      Accounts accounts,
      Tickets tickets,
      WaysIn ways,
      Transactions transactions,
      SecureRandom chance) {
    this.proofs = proofs;
    this.factors = factors;
    this.passkeys = passkeys;
    this.place = place;
    this.rule = rule;
    this.sessions = sessions;
    this.accounts = accounts;
    this.tickets = tickets;
    this.ways = ways;
    this.transactions = transactions;
    this.chance = chance;
  }

  /// What there is.
  ///
  /// @param asked whether this workspace asks a second factor of all
  /// @param shown whether one was shown when this browser signed in
  /// @param password whether the account has one
  /// @param codesSince since when a device makes codes
  /// @param recoveryLeft how many codes on paper are left
  /// @param passkeyOrigin the address at which passkeys are good; null if browsers take none there
  record FactorsView(
      boolean asked,
      boolean shown,
      boolean password,
      @Nullable Instant codesSince,
      int recoveryLeft,
      List<PasskeyView> passkeys,
      @Nullable String passkeyOrigin) {}

  record CodeSent(@Nullable String code) {
    @Override
    public String toString() {
      return "code";
    }
  }

  /// The codes on paper, shown this once.
  record RecoveryView(List<String> codes) {
    @Override
    public String toString() {
      return "recovery codes";
    }
  }

  /// What a browser says of a new passkey; bytes in base64url.
  record PasskeySent(
      @Nullable String name,
      @Nullable String attestation,
      @Nullable String clientData,
      @Nullable List<String> transports) {}

  record Named(@Nullable String name) {}

  @GetMapping
  FactorsView read(SignedIn who, HttpServletRequest request) {
    Account account = proofs.person(who, request);
    FactorState state = factors.of(account.id());
    return new FactorsView(
        rule.isOn(who.scope()),
        sessions.showedSecond(proofs.here(request)),
        accounts.hasPassword(account.id()),
        state.codesSince(),
        state.recoveryLeft(),
        state.passkeys(),
        place.possible() ? place.origin() : null);
  }

  @PostMapping("/codes")
  CodeOffer beginCodes(@RequestBody Proof proof, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    proofs.demand(account, proof, request);
    return transactions.in(who.scope(), _ -> factors.begin(account.id(), account.email()));
  }

  @PostMapping("/codes/confirm")
  RecoveryView confirmCodes(@RequestBody CodeSent sent, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    String code = sent.code() == null ? "" : sent.code();
    List<String> paper = transactions.in(who.scope(), _ -> factors.confirm(account.id(), code));
    settle(account, true, request);
    return new RecoveryView(paper);
  }

  @PostMapping("/codes/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeCodes(@RequestBody Proof proof, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    proofs.demandBoth(account, proof, request);
    transactions.run(who.scope(), _ -> factors.removeCodes(account.id()));
    settle(account, stillShown(account, request), request);
  }

  @PostMapping("/recovery")
  RecoveryView freshRecovery(@RequestBody Proof proof, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    proofs.demand(account, proof, request);
    if (!factors.of(account.id()).any()) {
      throw new ForbiddenException("there is nothing yet that these codes could stand in for");
    }
    return new RecoveryView(transactions.in(who.scope(), _ -> factors.freshRecovery(account.id())));
  }

  @PostMapping("/passkeys/ask")
  PasskeyWanted beginPasskey(
      @RequestBody Proof proof,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = changing(who, request);
    proofs.demand(account, proof, request);
    byte[] challenge = new byte[CHALLENGE];
    chance.nextBytes(challenge);
    String words = account.id() + "\n" + Base64.getEncoder().encodeToString(challenge);
    tickets.give(Kind.PASSKEY_NEW, words, response);
    return passkeys.wanted(account.id(), account.email(), account.name(), challenge);
  }

  @PostMapping("/passkeys")
  @ResponseStatus(HttpStatus.CREATED)
  PasskeyView addPasskey(
      @RequestBody PasskeySent sent,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = changing(who, request);
    byte[] challenge = challenge(account, request, response);
    var made = new PasskeyMade(sent.attestation(), sent.clientData(), sent.transports());
    UUID id =
        transactions.in(
            who.scope(), _ -> passkeys.add(account.id(), named(sent.name()), challenge, made));
    sessions.markSecond(proofs.here(request), true);
    return passkeys.all(account.id()).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @PatchMapping("/passkeys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void renamePasskey(
      @PathVariable UUID id, @RequestBody Named sent, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    transactions.run(who.scope(), _ -> passkeys.rename(account.id(), id, named(sent.name())));
  }

  @PostMapping("/passkeys/{id}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePasskey(
      @PathVariable UUID id, @RequestBody Proof proof, SignedIn who, HttpServletRequest request) {
    Account account = changing(who, request);
    proofs.demand(account, proof, request);
    ways.take(who.scope(), account.id(), () -> passkeys.remove(account.id(), id));
    settle(account, stillShown(account, request), request);
  }

  /* Who changes what they sign in with. */
  private Account changing(SignedIn who, HttpServletRequest request) {
    Account account = proofs.person(who, request);
    proofs.demandShown(account, request);
    return account;
  }

  private byte[] challenge(
      Account account, HttpServletRequest request, HttpServletResponse response) {
    return tickets
        .take(Kind.PASSKEY_NEW, request, response)
        .map(ticket -> ticket.words().split("\n", -1))
        .filter(words -> words[0].equals(account.id().toString()))
        .map(words -> Base64.getDecoder().decode(words[1]))
        .orElseThrow(
            () ->
                new ForbiddenException("this took too long, or was begun elsewhere; begin again"));
  }

  /* Other browsers signed in by what was good before; this one goes on. */
  private void settle(Account account, boolean second, HttpServletRequest request) {
    Credential here = proofs.here(request);
    sessions.endAll(account.id(), here);
    sessions.markSecond(here, second);
  }

  private boolean stillShown(Account account, HttpServletRequest request) {
    return factors.of(account.id()).any() && sessions.showedSecond(proofs.here(request));
  }

  private static String named(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
