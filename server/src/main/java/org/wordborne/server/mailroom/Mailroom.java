package org.wordborne.server.mailroom;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Scope;

/// Mail that goes out: written down with the deed that causes it, carried afterwards.
@Component
public class Mailroom {
  private final MailDesk desk;
  private final DeliveryBook book;
  private final InstantSource clock;

  Mailroom(MailDesk desk, DeliveryBook book, InstantSource clock) {
    this.desk = desk;
    this.book = book;
    this.clock = clock;
  }

  /// Whether somebody said how mail leaves.
  public boolean ready(Scope scope) {
    return desk.find(scope).isPresent();
  }

  /// An address as it may be written to, without what surrounds it.
  ///
  /// @throws org.wordborne.server.workspace.BadInputException if it is not one mail address
  public static String address(String field, String written) {
    return Addresses.one(field, written);
  }

  /// Words of others as they may stand in a mail: on one line, so that they forge no other.
  public static String flat(String words) {
    return Addresses.flat(words);
  }

  /// The same, in at most so many characters.
  public static String flat(String words, int longest) {
    return Addresses.flat(words, longest);
  }

  /// Writes a letter down to be carried; joins an open transaction of the scope.
  ///
  /// @param about what it is about, by which its delivery is found
  /// @return the delivery; the same one for the same key
  public UUID send(Scope scope, Letter letter, @Nullable UUID about) {
    var parcel =
        new Parcel(
            book.newId(),
            "mail",
            Addresses.key(letter.key()),
            Addresses.one("to", letter.to()),
            null,
            Addresses.line("subject", letter.subject()),
            letter.text(),
            0);
    return book.write(scope, parcel, about, clock.instant());
  }

  /// Writes down that a letter cannot go out; joins an open transaction of the scope.
  ///
  /// @param why what is wrong with it
  public void refuse(Scope scope, Letter letter, String why, @Nullable UUID about) {
    var parcel =
        new Parcel(
            book.newId(),
            "mail",
            Addresses.key(letter.key()),
            Addresses.shown(letter.to()),
            null,
            Addresses.shown(letter.subject()),
            "",
            0);
    book.refuse(scope, parcel, why, about, clock.instant());
  }
}
