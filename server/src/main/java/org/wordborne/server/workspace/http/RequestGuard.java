package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.StillSignedIn;
import org.wordborne.server.workspace.account.RequestCredentials;

/// Finds who sent a request, and refuses what no page of ours would send.
///
/// 1. The host must be one of ours: a foreign name that was made to point here is refused.
/// 2. A change must come from our own page (`Sec-Fetch-Site`, else `Origin`) or show a token.
/// 3. A change by a session must carry the session's companion word in `X-CSRF`.
///
/// Webhooks are judged by their signature alone and pass.
final class RequestGuard extends OncePerRequestFilter {
  private static final Set<String> PURE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private final RequestCredentials credentials;
  private final @Nullable String publicHost;
  private final @Nullable String publicOrigin;

  RequestGuard(RequestCredentials credentials, ServerProperties properties) {
    this.credentials = credentials;
    URI address = properties.publicUrl() == null ? null : URI.create(properties.publicUrl());
    this.publicHost = address == null ? null : address.getHost();
    this.publicOrigin =
        address == null ? null : address.getScheme() + "://" + address.getRawAuthority();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/hooks/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isOurHost(request.getServerName())) {
      Refusal.send(
          response,
          421,
          "Misdirected Request",
          "this server does not go by that name; start it with --public-url");
      return;
    }
    boolean bySession = !RequestCredentials.showsToken(request);
    boolean changes = !PURE.contains(request.getMethod());
    if (changes && bySession && !comesFromOurPage(request)) {
      Refusal.send(response, 403, "Forbidden", "this change was asked for by a foreign page");
      return;
    }
    Optional<SignedIn> who;
    try {
      who = asksWho(request.getRequestURI()) ? credentials.who(request) : Optional.empty();
    } catch (NotFoundException notTheirs) {
      Refusal.send(response, 404, "Not Found", notTheirs.getMessage());
      return;
    }
    if (changes && bySession && who.isPresent() && !credentials.showsCompanion(request)) {
      Refusal.send(
          response, 403, "Forbidden", "the header X-CSRF is missing or not this session's");
      return;
    }
    who.ifPresent(known -> enter(known, credentials.watch(request)));
    try {
      chain.doFilter(request, response);
    } finally {
      if (who.isPresent()) {
        SecurityContextHolder.clearContext();
      }
    }
  }

  private static boolean asksWho(String path) {
    return path.startsWith("/api/") || path.equals("/metrics");
  }

  private boolean isOurHost(String name) {
    return LOOPBACK.contains(name) || name.equalsIgnoreCase(publicHost);
  }

  private boolean comesFromOurPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        || origin.equals(publicOrigin)
        || origin.equals("http://" + request.getHeader(HttpHeaders.HOST));
  }

  private static void enter(SignedIn who, StillSignedIn still) {
    var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + who.role()));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PreAuthenticatedAuthenticationToken(who, still, authorities));
    SecurityContextHolder.setContext(context);
  }
}
