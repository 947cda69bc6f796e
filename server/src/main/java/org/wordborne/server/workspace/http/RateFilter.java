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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.Shown;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.VisitorPlace;

/// Counts what is asked of the API, tells with each answer what is left (`RateLimit-Policy` and
/// `RateLimit`, draft-ietf-httpapi-ratelimit-headers-10), and refuses what is too much, with
/// `Retry-After`. Comes after it is known who asks.
///
/// Commands on this machine are not counted: who gives them can stop the server as well. Webhooks
/// that come in and public pages have limits of their own.
@Component
@Order(RateFilter.AFTER_SECURITY)
class RateFilter extends OncePerRequestFilter {
  static final int AFTER_SECURITY = -60;
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private final RateBuckets buckets = new RateBuckets(System::nanoTime);
  private final Map<String, Integer> exports = new ConcurrentHashMap<>();
  private final VisitorPlace places;

  RateFilter(VisitorPlace places) {
    this.places = places;
  }

  private record Counted(RateRule rule, RateBuckets.Left left) {}

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
    List<RateRule> rules = rules(request, who);
    String whose = whose(request, who);
    List<Counted> counted = rules.stream().map(rule -> count(rule, whose)).toList();
    tell(response, counted);
    Duration wait =
        counted.stream()
            .filter(one -> !one.left().taken())
            .map(one -> one.left().untilNext())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    if (wait.isPositive()) {
      refuse(
          response,
          new TooManyException("Too much was asked for in a short time. Try again shortly.", wait));
    } else if (who != null && rules.contains(RateRule.EXPORT)) {
      export(who.workspace().toString(), request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Counted count(RateRule rule, String whose) {
    return new Counted(rule, buckets.take(rule, whose));
  }

  private void export(
      String workspace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (exports.merge(workspace, 1, Integer::sum) > RateRule.EXPORTS_AT_ONCE) {
        refuse(
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

  private static List<RateRule> rules(HttpServletRequest request, @Nullable SignedIn who) {
    var rules = new ArrayList<RateRule>();
    if (who == null) {
      rules.add(RateRule.ADDRESS);
    } else {
      rules.add(who.shown() instanceof Shown.Token ? RateRule.TOKEN : RateRule.PERSON);
      rules.addAll(RateRule.of(request.getMethod(), RequestPath.of(request)));
    }
    return rules;
  }

  /* Each token has its own count; a person has one for all browsers and workspaces. */
  private String whose(HttpServletRequest request, @Nullable SignedIn who) {
    if (who == null) {
      return places.of(request);
    }
    return who.shown() instanceof Shown.Token(var id)
        ? id.toString()
        : String.valueOf(who.person());
  }

  private static void tell(HttpServletResponse response, List<Counted> counted) {
    response.setHeader(
        "RateLimit-Policy",
        counted.stream()
            .map(one -> "\"%s\";q=%d;w=60".formatted(one.rule().word(), one.rule().aMinute()))
            .collect(Collectors.joining(", ")));
    response.setHeader(
        "RateLimit",
        counted.stream()
            .map(
                one ->
                    "\"%s\";r=%d;t=%d"
                        .formatted(
                            one.rule().word(), one.left().left(), seconds(one.left().untilFull())))
            .collect(Collectors.joining(", ")));
  }

  private static void refuse(HttpServletResponse response, TooManyException refused)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(refused.retryAfter())));
    Refusal.send(response, 429, "Too Many Requests", refused.getMessage());
  }

  private static long seconds(Duration span) {
    return span.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static @Nullable SignedIn who() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn who ? who : null;
  }
}
