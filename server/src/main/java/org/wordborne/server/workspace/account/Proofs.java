package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.account.factor.Factors;

/// Asks again who somebody is before they change how they sign in: an open browser that somebody
/// else sits at must not be enough.
@Component
class Proofs {
  private static final Duration FRESH = Duration.ofMinutes(15);
  private final RequestCredentials credentials;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Factors factors;
  private final Tries tries;
  private final InstantSource clock;

  Proofs(
      RequestCredentials credentials,
      Sessions sessions,
      Accounts accounts,
      Factors factors,
      Tries tries,
      InstantSource clock) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.accounts = accounts;
    this.factors = factors;
    this.tries = tries;
    this.clock = clock;
  }

  /// What somebody shows: the password, a code, or both.
  record Proof(@Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "proof";
    }
  }

  /// The account whose browser this is.
  ///
  /// @throws ForbiddenException for a program with a token
  Account person(SignedIn who, HttpServletRequest request) {
    here(request);
    UUID person = who.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    return accounts.find(who.scope(), person).orElseThrow();
  }

  /// The session of the browser that asks.
  Credential here(HttpServletRequest request) {
    if (RequestCredentials.showsToken(request)) {
      throw new ForbiddenException("sign in with a browser for that; a token is not enough");
    }
    return credentials.session(request).orElseThrow();
  }

  /// Goes on where the account has no second factor, or one was shown when this browser signed in:
  /// who knows the password alone must not come to a factor of their own.
  void demandShown(Account account, HttpServletRequest request) {
    if (factors.of(account.id()).any() && !sessions.showedSecond(here(request))) {
      throw new ForbiddenException(
          "you have a second factor; sign out, and in again with it, before you change it");
    }
  }

  /// Demands the password; where there is none, a code; where there is none either, that the
  /// person signed in a moment ago.
  void demand(Account account, Proof shown, HttpServletRequest request) {
    if (accounts.hasPassword(account.id())) {
      password(account, shown, request);
    } else if (factors.of(account.id()).hasCodes()) {
      code(account, shown, request);
    } else if (!isFresh(request)) {
      throw new ForbiddenException(
          "sign out and in again first; then you have 15 minutes for this");
    }
  }

  /// Demands the password, where there is one, and a code.
  void demandBoth(Account account, Proof shown, HttpServletRequest request) {
    if (accounts.hasPassword(account.id())) {
      password(account, shown, request);
    }
    if (factors.of(account.id()).hasCodes()) {
      code(account, shown, request);
    }
  }

  private void password(Account account, Proof shown, HttpServletRequest request) {
    tries.begin(account.email(), request);
    String sent = shown.password() == null ? "" : shown.password();
    if (accounts.verify(account.email(), sent).isEmpty()) {
      throw new BadInputException("password", null, "this is not your password");
    }
    tries.succeeded(account.email(), request);
  }

  private void code(Account account, Proof shown, HttpServletRequest request) {
    String key = "second factor " + account.id();
    tries.begin(key, request);
    if (!factors.take(account.id(), shown.code() == null ? "" : shown.code())) {
      throw new BadInputException("code", null, "this code is wrong, or was used before");
    }
    tries.succeeded(key, request);
  }

  private boolean isFresh(HttpServletRequest request) {
    Instant made = sessions.madeAt(here(request)).orElse(Instant.EPOCH);
    return clock.instant().isBefore(made.plus(FRESH));
  }
}
