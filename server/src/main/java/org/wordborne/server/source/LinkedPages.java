package org.wordborne.server.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import org.wordborne.wire.WebAddress;

/// Reads a page that people linked, if its site lets programs in.
///
/// The way there takes 15 seconds at most, all steps and the rules of its sites included.
@Component
class LinkedPages {
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LARGEST = 3_000_000;
  private static final int MOST_STEPS = 5;
  private static final int LONGEST_RULES = 500_000;
  private static final Duration RULES_HOLD = Duration.ofHours(12);
  private static final Duration OUTAGE_HOLDS = Duration.ofMinutes(30);
  private static final int MOST_SITES = 500;

  private final GuardedHttp http;
  private final InstantSource clock;
  private final Map<String, Known> rules =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_SITES;
        }
      };

  LinkedPages(GuardedHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  private record Known(Robots robots, Instant until) {}

  /// What became of reading a page.
  sealed interface Reading {
    record Read(HttpAnswer answer) implements Reading {}

    /// It led to another host, whose own turn it is now.
    record LedOn(String url) implements Reading {}

    /// The site does not want it, or there is no page to read.
    record Closed(String why) implements Reading {}

    /// Perhaps later.
    record Failed(String why) implements Reading {}
  }

  Reading read(String url) {
    WebAddress address = WebAddress.parse(url);
    if (address == null || !address.isHttp()) {
      return new Reading.Closed("It is no web address.");
    }
    try {
      return stepwise(address, clock.instant().plus(WHOLE));
    } catch (HttpFault fault) {
      return new Reading.Failed(String.valueOf(fault.getMessage()));
    }
  }

  /* Each step is judged before it is taken: another host is not asked before its turn, and no
  redirect leads past what a site asks of programs. */
  private Reading stepwise(WebAddress first, Instant end) throws HttpFault {
    WebAddress at = first;
    for (int i = 0; i <= MOST_STEPS; i++) {
      if (!robots(at, end).allows(at.requestTarget())) {
        return new Reading.Closed("The site asks programs to stay out of this page.");
      }
      HttpAnswer answer = until(end, 0).get(at.withoutFragment());
      Optional<WebAddress> next = answer.leadsTo();
      if (next.isEmpty()) {
        return reading(answer);
      }
      if (!WebPlace.host(next.get()).equals(WebPlace.host(first))) {
        return new Reading.LedOn(next.get().withoutFragment());
      }
      at = next.get();
    }
    return new Reading.Closed("It leads on and on.");
  }

  /* With what is left of the time for the whole way. */
  private GuardedHttp until(Instant end, int redirects) {
    Duration left = Duration.between(clock.instant(), end);
    Duration whole = left.isNegative() ? Duration.ZERO : left;
    return http.withLimits(new HttpLimits(LARGEST, whole, CONNECT, redirects));
  }

  private static Reading reading(HttpAnswer answer) {
    if (!answer.isGood()) {
      String why = "The page answered with status " + answer.status() + ".";
      return answer.status() >= 500 ? new Reading.Failed(why) : new Reading.Closed(why);
    }
    boolean page =
        answer.header("Content-Type").matches("(?is)\\s*(text/html|application/xhtml).*");
    return page ? new Reading.Read(answer) : new Reading.Closed("It is no page of text.");
  }

  private Robots robots(WebAddress page, Instant end) throws HttpFault {
    synchronized (rules) {
      Known known = rules.get(page.origin());
      if (known != null && clock.instant().isBefore(known.until())) {
        return known.robots();
      }
    }
    Known asked = ask(page, end);
    synchronized (rules) {
      rules.put(page.origin(), asked);
    }
    return asked.robots();
  }

  /* No rules (404 and the like) means open; a site out of order means shut for now (RFC 9309). Where
  the time is over before they are read, nothing is known of them. */
  private Known ask(WebAddress page, Instant end) throws HttpFault {
    Instant now = clock.instant();
    try {
      String rulesAt = page.scheme() + "://" + page.authority() + "/robots.txt";
      HttpAnswer answer = until(end, MOST_STEPS).get(rulesAt);
      if (answer.isGood()) {
        byte[] body = answer.body();
        int length = Math.min(body.length, LONGEST_RULES);
        var text = new String(body, 0, length, StandardCharsets.UTF_8);
        return new Known(Robots.read(text), now.plus(RULES_HOLD));
      }
      boolean out = answer.status() >= 500 || answer.status() == 429;
      return out
          ? new Known(Robots.SHUT, now.plus(OUTAGE_HOLDS))
          : new Known(Robots.OPEN, now.plus(RULES_HOLD));
    } catch (HttpFault unreachable) {
      if (unreachable.kind() == HttpFault.Kind.TIMED_OUT) {
        throw unreachable;
      }
      return new Known(Robots.SHUT, now.plus(OUTAGE_HOLDS));
    }
  }
}
