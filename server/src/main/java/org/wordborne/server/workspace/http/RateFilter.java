package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.Shown;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.TooManyException;

/// Counts what is asked of the API, tells with each answer what is left (`RateLimit-Policy` and
/// `RateLimit`, draft-ietf-httpapi-ratelimit-headers-10), and refuses what is too much, with
/// `Retry-After`. Comes after it is known who asks; what is refused before, as nobody is signed in,
/// is counted there ([SecurityConfiguration]).
///
/// Commands on this machine are not counted: who gives them can stop the server as well. Webhooks
/// that come in and public pages have limits of their own.
@Component
@Order(RateFilter.AFTER_SECURITY)
class RateFilter extends OncePerRequestFilter {
  static final int AFTER_SECURITY = -60;
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private final Map<String, Integer> exports = new ConcurrentHashMap<>();
  private final Rates rates;

  RateFilter(Rates rates) {
    this.rates = rates;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !RequestPath.of(request).startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SignedIn who = who();
    if (who != null && who.isMachine()) {
      chain.doFilter(request, response);
      return;
    }
    if (who == null) {
      if (rates.passesNobody(request, response)) {
        chain.doFilter(request, response);
      }
      return;
    }
    List<RateRule> rules = rules(request, who);
    if (!rates.passes(response, rules, whose(who))) {
      return;
    }
    if (rules.contains(RateRule.EXPORT)) {
      export(who.workspace().toString(), request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void export(
      String workspace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (exports.merge(workspace, 1, Integer::sum) > RateRule.EXPORTS_AT_ONCE) {
        Rates.refuse(
            response,
            new TooManyException(
                "Several files are being made already. Try again shortly.", A_WHILE));
        return;
      }
      chain.doFilter(request, response);
    } finally {
      exports.computeIfPresent(workspace, (_, n) -> n == 1 ? null : n - 1);
    }
  }

  private static List<RateRule> rules(HttpServletRequest request, SignedIn who) {
    var rules = new ArrayList<RateRule>();
    rules.add(who.shown() instanceof Shown.Token ? RateRule.TOKEN : RateRule.PERSON);
    rules.addAll(RateRule.of(request.getMethod(), RequestPath.of(request)));
    return rules;
  }

  /* Each token has its own count; a person has one for all browsers and workspaces. */
  private static String whose(SignedIn who) {
    return who.shown() instanceof Shown.Token(var id)
        ? id.toString()
        : String.valueOf(who.person());
  }

  private static @Nullable SignedIn who() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn who ? who : null;
  }
}
