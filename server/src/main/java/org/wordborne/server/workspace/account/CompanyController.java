package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Open;
import org.wordborne.server.workspace.account.CompanyDoor.Named;
import org.wordborne.server.workspace.account.Proofs.Proof;
import org.wordborne.server.workspace.account.company.CompanyAnswer;
import org.wordborne.server.workspace.account.company.CompanySetting;
import org.wordborne.server.workspace.account.company.CompanySettings;

/// Signing in by the company, and linking one's account to it.
///
/// The page to which the company sends the browser back does nothing by being read; it brings the
/// answer here, as a change that only our own page may ask for.
@RestController
@RequestMapping("/api/v1")
@Open("signing in comes before being signed in; what is one's own asks for the session itself")
class CompanyController {
  private final CompanyDoor company;
  private final CompanySettings settings;
  private final CompanyIdentities identities;
  private final Door door;
  private final Proofs proofs;
  private final WaysIn ways;

  CompanyController(
      CompanyDoor company,
      CompanySettings settings,
      CompanyIdentities identities,
      Door door,
      Proofs proofs,
      WaysIn ways) {
    this.company = company;
    this.settings = settings;
    this.identities = identities;
    this.door = door;
    this.proofs = proofs;
    this.ways = ways;
  }

  /// @param next the page to go on with, a path of this server
  record Going(@Nullable String next) {}

  /// @param address where the browser goes
  record Away(String address) {}

  /// What came back with the browser.
  record Back(@Nullable String code, @Nullable String state, @Nullable String iss) {
    CompanyAnswer read() {
      return new CompanyAnswer(code, state, iss);
    }

    @Override
    public String toString() {
      return "answer of the company";
    }
  }

  record Entered(SessionView session, String next) {}

  /// @param name of the company; null where none is set up
  /// @param linkedAt since when one's account is linked to it
  record CompanyLink(@Nullable String name, @Nullable Instant linkedAt) {}

  @PostMapping("/session/company")
  Away begin(@RequestBody Going going, HttpServletResponse response) {
    return new Away(company.begin(going.next(), null, response));
  }

  @PostMapping("/session/company/answer")
  Entered enter(@RequestBody Back back, HttpServletRequest request, HttpServletResponse response) {
    Named named = company.named(back.read(), null, request, response);
    UUID account = company.account(named.person());
    SessionView session =
        named.person().twoFactors()
            ? door.open(account, true, request, response)
            : door.enter(account, request, response);
    return new Entered(session, named.next());
  }

  @GetMapping("/me/factors/company")
  CompanyLink link(SignedIn who, HttpServletRequest request) {
    Account account = proofs.person(who, request);
    Optional<CompanySetting> set = settings.read();
    return new CompanyLink(
        set.map(CompanySetting::name).orElse(null),
        set.flatMap(one -> identities.linkedSince(account.id(), one.issuer())).orElse(null));
  }

  @PostMapping("/me/factors/company")
  Away beginLink(
      @RequestBody Proof proof,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = proofs.person(who, request);
    proofs.demandShown(account, request);
    proofs.demand(account, proof, request);
    return new Away(company.begin(null, account.id(), response));
  }

  @PostMapping("/me/factors/company/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void addLink(
      @RequestBody Back back,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = proofs.person(who, request);
    proofs.demandShown(account, request);
    Named named = company.named(back.read(), account.id(), request, response);
    company.link(who, account.id(), named.person());
  }

  @PostMapping("/me/factors/company/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeLink(@RequestBody Proof proof, SignedIn who, HttpServletRequest request) {
    Account account = proofs.person(who, request);
    proofs.demandShown(account, request);
    proofs.demand(account, proof, request);
    settings
        .read()
        .ifPresent(
            set ->
                ways.take(
                    who.scope(),
                    account.id(),
                    () -> identities.unlink(account.id(), set.issuer())));
  }
}
