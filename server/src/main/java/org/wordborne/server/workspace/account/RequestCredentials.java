package org.wordborne.server.workspace.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.StillSignedIn;
import org.wordborne.server.workspace.WorkspaceId;

/// Finds out who sent a request: by the bearer token of a program, else by the cookie of a
/// browser. Tokens are read from the header alone, never from the address.
@Component
public class RequestCredentials {
  private static final String BEARER = "Bearer ";
  private static final String WORKSPACE = "Wordborne-Workspace";
  private static final String NAME = "wordborne-session";
  private final Sessions sessions;
  private final Tokens tokens;
  private final boolean https;

  RequestCredentials(Sessions sessions, Tokens tokens, ServerProperties properties) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.https = properties.https();
  }

  /// Whether the request comes from a program that shows a token, good or not.
  public static boolean showsToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  /// Who sent it, if it shows something that is good: in the workspace that the header
  /// `Wordborne-Workspace` names by id or slug, or the query's `workspace` where one only reads.
  ///
  /// @throws NotFoundException if that workspace is none of theirs
  public Optional<SignedIn> who(HttpServletRequest request) {
    return shown(request).flatMap(finder(request));
  }

  /// Who sent it, as far as that workspace is concerned; nobody if it is none of theirs.
  public Optional<SignedIn> in(HttpServletRequest request, WorkspaceId workspace) {
    try {
      return session(request).flatMap(shown -> sessions.find(shown, workspace.toString()));
    } catch (NotFoundException notTheirs) {
      return Optional.empty();
    }
  }

  /// Who sent the request, whenever it is asked, also when the request is over.
  public StillSignedIn watch(HttpServletRequest request) {
    Optional<Credential> shown = shown(request);
    Function<Credential, Optional<SignedIn>> finder = finder(request);
    return () -> {
      try {
        return shown.flatMap(finder).filter(who -> !who.wantsSecond());
      } catch (NotFoundException noMoreHere) {
        return Optional.empty();
      }
    };
  }

  /// A name of the token or session that the request shows, by which nobody can sign in; empty if
  /// it shows none.
  public String mark(HttpServletRequest request) {
    String kind = showsToken(request) ? "token " : "session ";
    return shown(request).map(shown -> kind + HexFormat.of().formatHex(shown.hash())).orElse("");
  }

  private Optional<Credential> shown(HttpServletRequest request) {
    if (showsToken(request)) {
      String header = request.getHeader(HttpHeaders.AUTHORIZATION);
      return Credential.read(header.substring(BEARER.length()).strip());
    }
    return session(request);
  }

  private Function<Credential, Optional<SignedIn>> finder(HttpServletRequest request) {
    String wanted = wanted(request);
    return showsToken(request)
        ? shown -> tokens.find(shown, wanted)
        : shown -> sessions.find(shown, wanted);
  }

  /* Downloads and streams of events are asked for by addresses alone. */
  private static @Nullable String wanted(HttpServletRequest request) {
    String header = request.getHeader(WORKSPACE);
    if (header != null || !request.getMethod().equals("GET")) {
      return header;
    }
    String[] sent = request.getParameterValues("workspace");
    return sent == null ? null : String.join(",", sent);
  }

  /// Whether the request carries the word that only our own page can know.
  public boolean showsCompanion(HttpServletRequest request) {
    String sent = request.getHeader("X-CSRF");
    return sent != null
        && session(request).filter(credential -> same(credential.companion(), sent)).isPresent();
  }

  Optional<Credential> session(HttpServletRequest request) {
    @Nullable Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name()))
            .findFirst()
            .flatMap(cookie -> Credential.read(cookie.getValue()));
  }

  void keep(HttpServletResponse response, Credential credential) {
    set(response, credential.text(), Sessions.LIFE);
  }

  void forget(HttpServletResponse response) {
    set(response, "", Duration.ZERO);
  }

  private void set(HttpServletResponse response, String value, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(name(), value)
            .httpOnly(true)
            .secure(https)
            .sameSite("Lax")
            .path("/")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /* Browsers take a __Host- cookie only by https, for this host and the whole path. */
  private String name() {
    return https ? "__Host-" + NAME : NAME;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
