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
@Component
class LinkedPages {
  private static final HttpLimits LIMITS =
      new HttpLimits(3_000_000, Duration.ofSeconds(15), Duration.ofSeconds(5), 5);
  private static final HttpLimits STEP =
      new HttpLimits(3_000_000, LIMITS.whole(), LIMITS.connect(), 0);
  private static final int MOST_STEPS = 5;
  private static final int LONGEST_RULES = 500_000;
  private static final Duration RULES_HOLD = Duration.ofHours(12);
  private static final Duration OUTAGE_HOLDS = Duration.ofMinutes(30);
  private static final int MOST_SITES = 500;

  private final GuardedHttp http;
  private final GuardedHttp step;
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
    this.http = http.withLimits(LIMITS);
    this.step = http.withLimits(STEP);
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
      return stepwise(address);
    } catch (HttpFault fault) {
      return new Reading.Failed(String.valueOf(fault.getMessage()));
    }
  }

  /* Each step is judged before it is taken: another host is not asked before its turn, and no
  redirect leads past what a site asks of programs. */
  private Reading stepwise(WebAddress first) throws HttpFault {
    WebAddress at = first;
    for (int i = 0; i <= MOST_STEPS; i++) {
      if (!robots(at).allows(at.requestTarget())) {
        return new Reading.Closed("The site asks programs to stay out of this page.");
      }
      HttpAnswer answer = step.get(at.withoutFragment());
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

  private static Reading reading(HttpAnswer answer) {
    if (!answer.isGood()) {
      String why = "The page answered with status " + answer.status() + ".";
      return answer.status() >= 500 ? new Reading.Failed(why) : new Reading.Closed(why);
    }
    boolean page =
        answer.header("Content-Type").matches("(?is)\\s*(text/html|application/xhtml).*");
    return page ? new Reading.Read(answer) : new Reading.Closed("It is no page of text.");
  }

  private Robots robots(WebAddress page) {
    synchronized (rules) {
      Known known = rules.get(page.origin());
      if (known != null && clock.instant().isBefore(known.until())) {
        return known.robots();
      }
    }
    Known asked = ask(page);
    synchronized (rules) {
      rules.put(page.origin(), asked);
    }
    return asked.robots();
  }

  /* No rules (404 and the like) means open; a site out of order means shut for now (RFC 9309). */
  private Known ask(WebAddress page) {
    Instant now = clock.instant();
    try {
      HttpAnswer answer = http.get(page.scheme() + "://" + page.authority() + "/robots.txt");
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
      return new Known(Robots.SHUT, now.plus(OUTAGE_HOLDS));
    }
  }
}
