package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.VisitorPlace;

/// Counts requests, and tells with each answer what is left.
@Component
class Rates {
  private final RateBuckets buckets = new RateBuckets(System::nanoTime);
  private final VisitorPlace places;

  Rates(VisitorPlace places) {
    this.places = places;
  }

  private record Counted(RateRule rule, RateBuckets.Left left) {}

  /// Counts a request of nobody by the place it comes from; false if it was refused.
  boolean passesNobody(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return passes(response, List.of(RateRule.ADDRESS), places.of(request));
  }

  /// Counts a request of `whose`; false if it was refused.
  boolean passes(HttpServletResponse response, List<RateRule> rules, String whose)
      throws IOException {
    List<Counted> counted =
        rules.stream().map(rule -> new Counted(rule, buckets.take(rule, whose))).toList();
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
      return false;
    }
    return true;
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

  /// Says when to come again.
  static void refuse(HttpServletResponse response, TooManyException refused) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(refused.retryAfter())));
    Refusal.send(response, 429, "Too Many Requests", refused.getMessage());
  }

  private static long seconds(Duration span) {
    return span.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
