package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.company.CompanySetting;
import org.wordborne.server.workspace.account.company.CompanySettings;
import org.wordborne.server.workspace.account.factor.Factors;

/// What whoever runs the server says of signing in: the company's sign-in, and help for somebody
/// who cannot get in.
@RestController
@RequestMapping("/api/v1/server")
@Needs(Permission.SERVER)
class ServerSignInController {
  private final CompanySettings company;
  private final Accounts accounts;
  private final Factors factors;
  private final Sessions sessions;
  private final Tokens tokens;
  private final PasswordResets resets;
  private final Transactions transactions;

  ServerSignInController(
      CompanySettings company,
      Accounts accounts,
      Factors factors,
      Sessions sessions,
      Tokens tokens,
      PasswordResets resets,
      Transactions transactions) {
    this.company = company;
    this.accounts = accounts;
    this.factors = factors;
    this.sessions = sessions;
    this.tokens = tokens;
    this.resets = resets;
    this.transactions = transactions;
  }

  /// How the company lets its people in.
  ///
  /// @param secret null keeps the one that was set
  /// @param domains mail domains whose people are let in without an invitation
  /// @param role what those become
  record CompanyWanted(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String secret,
      @Nullable String name,
      @Nullable List<String> domains,
      @Nullable String role) {
    @Override
    public String toString() {
      return "company wanted";
    }
  }

  /// @param setting null where none is set up
  record CompanyView(@Nullable CompanySetting setting) {}

  record Whose(@Nullable String email) {}

  /// @param endAll whether all sessions and tokens of the account end now, since somebody else has
  ///     it in hand
  record ResetWanted(@Nullable String email, @Nullable Boolean endAll) {}

  /// @param link good once, for half an hour
  record ResetLink(String link) {
    @Override
    public String toString() {
      return "link";
    }
  }

  @GetMapping("/company")
  CompanyView company() {
    return new CompanyView(company.read().orElse(null));
  }

  @PutMapping("/company")
  CompanyView setCompany(@RequestBody CompanyWanted wanted, SignedIn who) {
    String role = wanted.role() == null ? Role.ANALYST.word() : wanted.role();
    boolean given =
        Role.of(role).filter(one -> one != Role.OWNER && one != Role.MANAGER).isPresent();
    if (!given) {
      throw new BadInputException("role", role, "responder, analyst or client");
    }
    var setting =
        new CompanySetting(
            text(wanted.issuer()),
            text(wanted.clientId()),
            text(wanted.name()),
            wanted.domains() == null ? List.of() : wanted.domains(),
            role);
    return new CompanyView(
        transactions.in(who.scope(), _ -> company.write(setting, wanted.secret())));
  }

  @DeleteMapping("/company")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeCompany(SignedIn who) {
    transactions.run(who.scope(), _ -> company.remove());
  }

  /// Tokens go on when a password changes: most who lost theirs only forgot it, and their programs
  /// shall not stop. Where somebody else got in, `endAll` shuts that out at once.
  @PostMapping("/accounts/reset")
  ResetLink resetPassword(@RequestBody ResetWanted wanted, SignedIn who) {
    UUID account = account(wanted.email());
    if (Boolean.TRUE.equals(wanted.endAll())) {
      sessions.endAll(account, null);
      tokens.endAll(account);
    }
    return new ResetLink(transactions.in(who.scope(), _ -> resets.link(account)));
  }

  @PostMapping("/accounts/factors/clear")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clearFactors(@RequestBody Whose whose, SignedIn who) {
    UUID account = account(whose.email());
    transactions.run(who.scope(), _ -> factors.clear(account));
    sessions.endAll(account, null);
  }

  private UUID account(@Nullable String email) {
    return accounts
        .byEmail(text(email))
        .map(Account::id)
        .orElseThrow(() -> new NotFoundException("there is no account with that address"));
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }
}
