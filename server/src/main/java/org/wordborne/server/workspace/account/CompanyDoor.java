package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Tickets.Kind;
import org.wordborne.server.workspace.account.company.Company;
import org.wordborne.server.workspace.account.company.CompanyAnswer;
import org.wordborne.server.workspace.account.company.CompanyAsk;
import org.wordborne.server.workspace.account.company.CompanyPerson;
import org.wordborne.server.workspace.account.company.CompanySetting;
import org.wordborne.server.workspace.account.company.CompanySettings;
import org.wordborne.server.workspace.account.company.LocalPath;
import tools.jackson.databind.json.JsonMapper;

/// Lets in whom the company names.
///
/// An account is found by its link alone. That somebody at the company has the mail address of an
/// account here proves nothing: they must sign in here once and link it themselves. Whom nobody
/// here knows is let in only by a domain that the operator named.
@Component
class CompanyDoor {
  private final Company company;
  private final CompanySettings settings;
  private final CompanyIdentities identities;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final Joining joining;
  private final Transactions transactions;
  private final Tickets tickets;
  private final JsonMapper json;

  CompanyDoor(
      Company company,
      CompanySettings settings,
      CompanyIdentities identities,
      Accounts accounts,
      Workspaces workspaces,
      Joining joining,
      Transactions transactions,
      Tickets tickets,
      JsonMapper json) {
    this.company = company;
    this.settings = settings;
    this.identities = identities;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.joining = joining;
    this.transactions = transactions;
    this.tickets = tickets;
    this.json = json;
  }

  /// What this browser asked the company, and what for.
  ///
  /// @param next where the page goes on afterwards
  /// @param link the account that is to be linked; null for signing in
  private record Asked(CompanyAsk ask, String next, @Nullable UUID link) {}

  /// Whom the company named, and where the page goes on.
  record Named(CompanyPerson person, String next) {}

  /// Begins: the address of the company to which the browser goes.
  String begin(@Nullable String next, @Nullable UUID link, HttpServletResponse response) {
    CompanyAsk ask = company.ask();
    String address = company.address(ask);
    var asked = new Asked(ask, LocalPath.of(next), link);
    tickets.give(Kind.COMPANY, json.writeValueAsString(asked), response);
    return address;
  }

  /// Whom the company named to this browser, which asked for the same purpose.
  ///
  /// @param link the account that is to be linked; null for signing in
  Named named(
      CompanyAnswer answer,
      @Nullable UUID link,
      HttpServletRequest request,
      HttpServletResponse response) {
    Asked asked =
        tickets
            .take(Kind.COMPANY, request, response)
            .map(ticket -> json.readValue(ticket.words(), Asked.class))
            .filter(known -> Objects.equals(known.link(), link))
            .orElseThrow(Company::misfit);
    return new Named(company.person(asked.ask(), answer), asked.next());
  }

  /// The account of whom the company named; made anew where that is allowed.
  UUID account(CompanyPerson person) {
    return identities.find(person).orElseGet(() -> welcomed(person));
  }

  /// Links the account of who is signed in.
  void link(SignedIn who, UUID account, CompanyPerson person) {
    transactions.run(who.scope(), _ -> identities.link(account, person));
  }

  private UUID welcomed(CompanyPerson person) {
    if (!accounts.hasOwner()) {
      throw new ForbiddenException("this server has no owner yet; it is set up first");
    }
    CompanySetting setting = settings.read().orElseThrow();
    String email =
        person
            .email()
            .orElseThrow(
                () ->
                    new ForbiddenException(
                        "nobody here knows you yet, and the company did not verify your mail address"));
    Optional<Account> holder = accounts.byEmail(email);
    if (holder.isPresent()) {
      throw new ForbiddenException(
          "there is an account with your mail address; sign in to it as before, then link it under"
              + " Settings, Security");
    }
    return joining
        .acceptFor(email, (workspace, role) -> made(workspace, person, email, role))
        .orElseGet(() -> ofTheDomain(setting, person, email));
  }

  private UUID ofTheDomain(CompanySetting setting, CompanyPerson person, String email) {
    Role role =
        Role.of(setting.role()).filter(_ -> setting.lets(email)).orElseThrow(CompanyDoor::unknown);
    try {
      return made(workspaces.first(), person, email, role);
    } catch (ConflictException madeMeanwhile) {
      return identities.find(person).orElseThrow(() -> madeMeanwhile);
    }
  }

  private UUID made(WorkspaceId workspace, CompanyPerson person, String email, Role role) {
    return transactions.in(
        Scope.of(workspace),
        _ -> {
          UUID account = accounts.addOfCompany(workspace, email, person.name(), role);
          identities.link(account, person);
          return account;
        });
  }

  private static ForbiddenException unknown() {
    return new ForbiddenException("nobody here knows you yet; ask for an invitation");
  }
}
