package org.wordborne.server.mailroom;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DoNotContact;
import org.wordborne.wire.AllowedPrivate;

/// Carries one letter once, and says what became of it.
@Component
class Carriers {
  private static final Duration WHOLE = Duration.ofSeconds(20);
  private final MailDesk mail;
  private final DeliveryBook book;
  private final DoNotContact blocks;
  private final InstantSource clock;
  private final Postman postman;

  Carriers(
      MailDesk mail,
      DeliveryBook book,
      DoNotContact blocks,
      InstantSource clock,
      AllowedPrivate allowed) {
    this.mail = mail;
    this.book = book;
    this.blocks = blocks;
    this.clock = clock;
    this.postman = new Postman(allowed, WHOLE);
  }

  /// Carries it and writes down what became of it.
  void carry(Scope scope, Parcel parcel) {
    Carried carried = once(scope, parcel);
    book.settle(scope, parcel, carried, clock.instant());
  }

  private Carried once(Scope scope, Parcel parcel) {
    try {
      return byMail(scope, parcel);
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
}
