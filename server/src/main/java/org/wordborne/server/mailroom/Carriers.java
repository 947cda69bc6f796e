package org.wordborne.server.mailroom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DoNotContact;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import org.wordborne.wire.StandardWebhooks;

/// Carries one delivery once, by the way it is meant to go, and says what became of it.
@Component
class Carriers {
  private static final int GONE = 410;
  private static final int ANSWER_BYTES = 100_000;
  private static final Duration WHOLE = Duration.ofSeconds(20);
  private final MailDesk mail;
  private final HookDesk hooks;
  private final DeliveryBook book;
  private final DoNotContact blocks;
  private final InstantSource clock;
  private final GuardedHttp http;
  private final Postman postman;

  Carriers(
      MailDesk mail,
      HookDesk hooks,
      DeliveryBook book,
      DoNotContact blocks,
      InstantSource clock,
      GuardedHttp http,
      AllowedPrivate allowed) {
    this.mail = mail;
    this.hooks = hooks;
    this.book = book;
    this.blocks = blocks;
    this.clock = clock;
    this.http = http.withLimits(new HttpLimits(ANSWER_BYTES, WHOLE, Duration.ofSeconds(8), 2));
    this.postman = new Postman(allowed, WHOLE);
  }

  /// Carries it and writes down what became of it.
  void carry(Scope scope, Parcel parcel) {
    Carried carried = once(scope, parcel);
    book.settle(scope, parcel, carried, clock.instant());
  }

  private Carried once(Scope scope, Parcel parcel) {
    try {
      return parcel.kind().equals("mail") ? byMail(scope, parcel) : byHook(scope, parcel);
    } catch (RuntimeException fault) {
      return new Carried.NotNow("A fault of ours: " + fault);
    }
  }

  private Carried byMail(Scope scope, Parcel parcel) {
    if (blocks.isMailBlocked(scope, MailName.of(parcel.to()).box())) {
      return new Carried.Never(DoNotContact.REFUSED);
    }
    var settings = mail.find(scope);
    if (settings.isEmpty()) {
      return new Carried.NotNow("Nobody said yet how mail leaves (Sources, What goes out).");
    }
    return postman.send(settings.get(), parcel, clock.instant());
  }

  private Carried byHook(Scope scope, Parcel parcel) {
    UUID id = parcel.hook();
    var way = id == null ? null : hooks.way(scope, id).orElse(null);
    if (way == null) {
      return new Carried.Never("The webhook was removed.");
    }
    Instant now = clock.instant();
    byte[] body = parcel.body().getBytes(StandardCharsets.UTF_8);
    HttpAsk ask = HttpAsk.postJson(way.url(), parcel.body());
    for (var header : StandardWebhooks.sign(way.secret(), parcel.key(), now, body).entrySet()) {
      ask = ask.withHeader(header.getKey(), header.getValue());
    }
    try {
      int status = http.send(ask).status();
      if (status >= 200 && status < 300) {
        return new Carried.Taken();
      }
      String why = "It answered with status " + status + ".";
      return status == GONE ? new Carried.Never(why) : new Carried.NotNow(why);
    } catch (HttpFault none) {
      return new Carried.NotNow(
          Objects.requireNonNullElse(none.getMessage(), "Nothing answers there."));
    }
  }
}
