package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;
import org.wordborne.server.workspace.account.Joining.Accepted;
import org.wordborne.server.workspace.account.Joining.InvitationShown;

/// Accepting an invitation. The link's secret stands behind the `#` of its address, so no server
/// and no log but this one ever gets it; the page sends it as a body.
///
/// Somebody new gets an account and is signed in. An account that exists is never signed in by an
/// invitation: it is shown by a session, or by its password, and signs in as always.
@RestController
@RequestMapping("/api/v1/session/invitation")
@Open("who is invited has no account yet")
class JoinController {
  private final Joining joining;
  private final Accounts accounts;
  private final Sessions sessions;
  private final RequestCredentials credentials;
  private final Workspaces workspaces;
  private final Tries tries;
  private final Door door;
  private final SignInLines lines;

  JoinController(
      Joining joining,
      Accounts accounts,
      Sessions sessions,
      RequestCredentials credentials,
      Workspaces workspaces,
      Tries tries,
      Door door,
      SignInLines lines) {
    this.joining = joining;
    this.accounts = accounts;
    this.sessions = sessions;
    this.credentials = credentials;
    this.workspaces = workspaces;
    this.tries = tries;
    this.door = door;
    this.lines = lines;
  }

  record InvitationSent(@Nullable String code) {
    @Override
    public String toString() {
      return "invitation code";
    }
  }

  /// @param email absent for who is signed in
  record InvitationAcceptance(
      @Nullable String code,
      @Nullable String email,
      @Nullable String name,
      @Nullable String password) {
    @Override
    public String toString() {
      return "invitation acceptance";
    }
  }

  /// @param prefix what stands before the paths of the workspace's pages
  record InvitationAccepted(String prefix) {}

  @PostMapping
  InvitationShown show(@RequestBody InvitationSent sent) {
    return joining.show(text(sent.code()));
  }

  @PostMapping("/accept")
  InvitationAccepted accept(
      @RequestBody InvitationAcceptance sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    String code = text(sent.code());
    if (sent.email() == null) {
      Account account = signedIn(request);
      return accepted(joining.accept(code, _ -> account));
    }
    joining.show(code);
    String email = NewAccount.checkedEmail(sent.email());
    tries.begin(email, request);
    Optional<Account> known = accounts.verify(email, text(sent.password()));
    if (known.isPresent()) {
      tries.succeeded(email, request);
      return accepted(joining.accept(code, _ -> known.get()));
    }
    if (accounts.byEmail(email).isPresent()) {
      lines.refused(email);
      throw new ForbiddenException("this e-mail address and password do not belong together");
    }
    tries.succeeded(email, request);
    return asNew(code, NewAccount.of(email, sent.name(), sent.password()), request, response);
  }

  private InvitationAccepted asNew(
      String code, NewAccount wanted, HttpServletRequest request, HttpServletResponse response) {
    Function<JdbcClient, Account> making = accounts.prepared(wanted);
    var made = new Account[1];
    Accepted accepted = joining.accept(code, jdbc -> made[0] = making.apply(jdbc));
    door.open(made[0].id(), false, request, response);
    return accepted(accepted);
  }

  private InvitationAccepted accepted(Accepted accepted) {
    return new InvitationAccepted(workspaces.pagePrefix(accepted.workspace()));
  }

  /* Where they are a member so far, or whether anywhere, does not matter. */
  private Account signedIn(HttpServletRequest request) {
    return Optional.of(request)
        .filter(one -> !RequestCredentials.showsToken(one) && credentials.showsCompanion(one))
        .flatMap(credentials::session)
        .flatMap(sessions::account)
        .flatMap(accounts::byId)
        .orElseThrow(() -> new ForbiddenException("sign in first"));
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent;
  }
}
