package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.account.Tickets.Kind;
import org.wordborne.server.workspace.account.Tickets.Ticket;
import org.wordborne.server.workspace.account.factor.FactorState;
import org.wordborne.server.workspace.account.factor.Factors;

/// Lets people in, one proof after the other.
///
/// Who showed one proof and has a second gets a ticket for it and nothing else: it names the
/// account and what its password was, so that it is worth nothing once that changed.
@Component
class Door {
  private final RequestCredentials credentials;
  private final Sessions sessions;
  private final SessionViews views;
  private final Memberships memberships;
  private final Tickets tickets;
  private final Factors factors;
  private final Accounts accounts;
  private final FactorRule rule;
  private final SignInLines lines;

  Door(
      RequestCredentials credentials,
      Sessions sessions,
      SessionViews views,
      Memberships memberships,
      Tickets tickets,
      Factors factors,
      Accounts accounts,
      FactorRule rule,
      SignInLines lines) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.views = views;
    this.memberships = memberships;
    this.tickets = tickets;
    this.factors = factors;
    this.accounts = accounts;
    this.rule = rule;
    this.lines = lines;
  }

  /// After the first proof, the password or the company's word: lets in, or asks for the second.
  SessionView enter(UUID account, HttpServletRequest request, HttpServletResponse response) {
    FactorState state = factors.of(account);
    if (state.hasCodes() || state.any() && rule.isAskedOf(account)) {
      tickets.give(Kind.SECOND, account + "\n" + accounts.passwordMark(account), response);
      return views.half(state);
    }
    return open(account, false, request, response);
  }

  /// Lets in. A new session each time: one that somebody else planted before is worth nothing
  /// after.
  ///
  /// @param second whether more than one proof was shown
  SessionView open(
      UUID account, boolean second, HttpServletRequest request, HttpServletResponse response) {
    if (memberships.of(account).isEmpty()) {
      throw new ForbiddenException("this account belongs to no workspace any more");
    }
    credentials.session(request).ifPresent(sessions::close);
    String browser = BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT));
    Credential session = sessions.open(account, browser, second);
    credentials.keep(response, session);
    SignedIn who = sessions.find(session, null).orElseThrow();
    lines.opened(who);
    return views.of(who, session);
  }

  /// What a page is told that is opened between the two.
  Optional<SessionView> halfView(HttpServletRequest request) {
    return half(request).map(factors::of).filter(FactorState::any).map(views::half);
  }

  /// Who showed the first proof with this browser some minutes ago and may show the second.
  Optional<UUID> half(HttpServletRequest request) {
    return tickets.shown(Kind.SECOND, request).flatMap(this::holder);
  }

  /// The same, used up with that.
  Optional<UUID> takeHalf(HttpServletRequest request, HttpServletResponse response) {
    return tickets.take(Kind.SECOND, request, response).flatMap(this::holder);
  }

  private Optional<UUID> holder(Ticket ticket) {
    String[] words = ticket.words().split("\n", -1);
    UUID account = UUID.fromString(words[0]);
    return accounts.passwordMark(account).equals(words[1])
        ? Optional.of(account)
        : Optional.empty();
  }
}
