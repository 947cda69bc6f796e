package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.account.Proofs.Proof;
import org.wordborne.server.workspace.account.Sessions.OwnSession;

/// One's own sessions and password. A program with a token can do none of it: what ends sessions
/// is only in the hands of somebody who has one.
@RestController
@RequestMapping("/api/v1/me")
@Needs(Permission.SEE)
class SecurityController {
  private final RequestCredentials credentials;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Tries tries;
  private final Proofs proofs;

  SecurityController(
      RequestCredentials credentials,
      Sessions sessions,
      Accounts accounts,
      Tries tries,
      Proofs proofs) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.accounts = accounts;
    this.tries = tries;
    this.proofs = proofs;
  }

  record OwnSessionsView(List<OwnSession> sessions) {}

  /// @param old the password until now; absent for who has none yet
  /// @param code of a device, for who has no password yet
  /// @param password the new one
  record PasswordChange(@Nullable String old, @Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
      return "password change";
    }
  }

  @GetMapping("/sessions")
  OwnSessionsView sessions(SignedIn who, HttpServletRequest request) {
    return new OwnSessionsView(sessions.all(person(who), session(request)));
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSession(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
    session(request);
    sessions.end(person(who), id);
  }

  @DeleteMapping("/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOtherSessions(SignedIn who, HttpServletRequest request) {
    sessions.endAll(person(who), session(request));
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @RequestBody PasswordChange change, SignedIn who, HttpServletRequest request) {
    Credential here = session(request);
    UUID person = person(who);
    Account account = accounts.find(who.scope(), person).orElseThrow();
    String password =
        NewAccount.checkedPassword(change.password(), List.of(account.email(), account.name()));
    if (accounts.hasPassword(person)) {
      demandOld(account, change, request);
    } else {
      proofs.demandShown(account, request);
      proofs.demand(account, new Proof(null, change.code()), request);
    }
    accounts.changePassword(person, password);
    sessions.endAll(person, here);
  }

  private void demandOld(Account account, PasswordChange change, HttpServletRequest request) {
    tries.begin(account.email(), request);
    if (accounts.verify(account.email(), change.old() == null ? "" : change.old()).isEmpty()) {
      throw new BadInputException("old", null, "this is not your password until now");
    }
    tries.succeeded(account.email(), request);
  }

  private Credential session(HttpServletRequest request) {
    return RequestCredentials.showsToken(request)
        ? refuse()
        : credentials.session(request).orElseGet(SecurityController::refuse);
  }

  private static Credential refuse() {
    throw new ForbiddenException("sign in with a browser for that; a token is not enough");
  }

  private static UUID person(SignedIn who) {
    UUID person = who.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    return person;
  }
}
