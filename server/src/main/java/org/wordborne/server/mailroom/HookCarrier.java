package org.wordborne.server.mailroom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.channels.HttpWords;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import org.wordborne.wire.StandardWebhooks;

/// Tells a program something once, and writes down what became of it.
@Component
class HookCarrier {
  /// The longest that a program may take to answer.
  static final Duration LONGEST = Duration.ofSeconds(15);

  private static final int ANSWER_BYTES = 256_000;
  private final HookDesk hooks;
  private final HookBook book;
  private final HookLetters letters;
  private final Transactions transactions;
  private final InstantSource clock;
  private final GuardedHttp http;

  HookCarrier(
      HookDesk hooks,
      HookBook book,
      HookLetters letters,
      Transactions transactions,
      InstantSource clock,
      GuardedHttp http) {
    this.hooks = hooks;
    this.book = book;
    this.letters = letters;
    this.transactions = transactions;
    this.clock = clock;
    this.http = http.withLimits(new HttpLimits(ANSWER_BYTES, LONGEST, Duration.ofSeconds(8), 0));
  }

  /// Carries it; true if it was taken.
  boolean carry(Scope scope, Parcel parcel) {
    HookTry result = once(scope, parcel);
    CrashPoint.reach("hook.told");
    transactions.run(
        scope,
        _ ->
            book.settle(scope, parcel, result, clock.instant())
                .ifPresent(why -> letters.stopped(scope, parcel, why, clock.instant())));
    return result.taken();
  }

  private HookTry once(Scope scope, Parcel parcel) {
    long begun = System.nanoTime();
    try {
      HttpAsk ask = ask(scope, parcel);
      begun = System.nanoTime();
      HttpAnswer answer = http.send(ask);
      var wait = HttpWords.retryAfter(answer, clock.instant());
      return HookTry.answered(answer.status(), since(begun), answer.body(), wait);
    } catch (HttpFault none) {
      String why = Objects.requireNonNullElse(none.getMessage(), "Nothing answers there.");
      return HookTry.silent(since(begun), why);
    } catch (RuntimeException fault) {
      return HookTry.silent(since(begun), "A fault of ours: " + fault);
    }
  }

  private HttpAsk ask(Scope scope, Parcel parcel) {
    if (parcel.body().isEmpty()) {
      throw new IllegalStateException("what it says was closed with a key that is gone");
    }
    UUID id = Objects.requireNonNull(parcel.hook());
    var way = hooks.way(scope, id).orElseThrow();
    byte[] body = parcel.body().getBytes(StandardCharsets.UTF_8);
    Instant now = clock.instant();
    HttpAsk ask = HttpAsk.postJson(way.url(), parcel.body()).withHeader("User-Agent", "Wordborne");
    for (var header : StandardWebhooks.sign(way.secrets(), parcel.key(), now, body).entrySet()) {
      ask = ask.withHeader(header.getKey(), header.getValue());
    }
    return ask;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
