package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Open;

/// Signing in and out.
@RestController
@RequestMapping("/api/v1/session")
@Open("signing in comes before being signed in")
class SessionController {
  private static final String CODE = "one-time code";
  private final RequestCredentials credentials;
  private final SessionViews views;
  private final Sessions sessions;
  private final Accounts accounts;
  private final OneTimeCode code;
  private final Tries tries;
  private final Workspaces workspaces;
  private final Door door;
  private final SignInLines lines;
  private final boolean demo;

  SessionController(
      RequestCredentials credentials,
      SessionViews views,
      Sessions sessions,
      Accounts accounts,
      OneTimeCode code,
      Tries tries,
      Workspaces workspaces,
      Door door,
      SignInLines lines,
      ServerProperties properties) {
    this.credentials = credentials;
    this.views = views;
    this.sessions = sessions;
    this.accounts = accounts;
    this.code = code;
    this.tries = tries;
    this.workspaces = workspaces;
    this.door = door;
    this.lines = lines;
    this.demo = properties.demo();
  }

  record PasswordSignIn(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "sign-in";
    }
  }

  record CodeSignIn(
      @Nullable String code,
      @Nullable String email,
      @Nullable String password,
      @Nullable String name) {
    @Override
    public String toString() {
      return "sign-in by code";
    }
  }

  @GetMapping
  SessionView session(HttpServletRequest request) {
    Optional<SignedIn> who = credentials.who(request);
    return who.map(known -> views.of(known, sessionOf(request)))
        .or(() -> door.halfView(request))
        .orElseGet(views::nobody);
  }

  @PostMapping
  SessionView signIn(
      @RequestBody PasswordSignIn sent, HttpServletRequest request, HttpServletResponse response) {
    String email = sent.email() == null ? "" : sent.email();
    String password = sent.password() == null ? "" : sent.password();
    tries.begin(email, request);
    Optional<Account> account = accounts.verify(email, password);
    if (account.isEmpty()) {
      lines.refused(email);
      throw new ForbiddenException("this e-mail address and password do not belong together");
    }
    tries.succeeded(email, request);
    return door.enter(account.get().id(), request, response);
  }

  @PostMapping("/code")
  SessionView signInByCode(
      @RequestBody CodeSignIn sent, HttpServletRequest request, HttpServletResponse response) {
    String given = sent.code() == null ? "" : sent.code();
    tries.begin(CODE, request);
    if (!code.fits(given) || !demo && accounts.hasOwner()) {
      throw wrongCode();
    }
    tries.succeeded(CODE, request);
    NewAccount wanted = demo ? null : NewAccount.of(sent.email(), sent.name(), sent.password());
    if (!code.use(given)) {
      throw wrongCode();
    }
    UUID account =
        wanted == null
            ? accounts.firstOwner(workspaces.first()).orElseThrow().id()
            : accounts.addOwner(workspaces.first(), wanted);
    return door.open(account, false, request, response);
  }

  @DeleteMapping
  SessionView signOut(HttpServletRequest request, HttpServletResponse response) {
    credentials.session(request).ifPresent(sessions::close);
    credentials.forget(response);
    return views.nobody();
  }

  private @Nullable Credential sessionOf(HttpServletRequest request) {
    return RequestCredentials.showsToken(request)
        ? null
        : credentials.session(request).orElse(null);
  }

  private static ForbiddenException wrongCode() {
    return new ForbiddenException(
        "this code is used, too old or mistyped; open the address that the server printed last");
  }
}
