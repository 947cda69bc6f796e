package org.wordborne.server.strategy.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBook.Posting;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// The public board of wishes: posted and voted for by anybody, answered by a person of ours.
@Component
class WishBoard {
  static final String BOARD = "wishes";
  private static final int LONGEST = 300;
  private static final int MOST = 200;
  private static final Duration WISHER_LINK = Duration.ofDays(180);
  private static final Set<String> STATES = Set.of("heard", "planned", "offered", "done", "no");

  private final Transactions transactions;
  private final PublicDoors doors;
  private final ClientLinks links;
  private final Mailroom mailroom;
  private final SecretBox box;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  WishBoard(
      Transactions transactions,
      PublicDoors doors,
      ClientLinks links,
      Mailroom mailroom,
      SecretBox box,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.doors = doors;
    this.links = links;
    this.mailroom = mailroom;
    this.box = box;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// A wish as somebody posts it.
  ///
  /// @param mail where to answer; may be empty
  /// @param voter a digest of where it came from
  /// @param limit what a purchase may cost at most; null for a wish that is none
  record WishDraft(
      String text, String mail, @Nullable Purchase purchase, @Nullable Money limit, String voter) {}

  /// A wish that was posted.
  ///
  /// @param link the poster's own, by which a purchase is opened to sellers; null for other wishes
  record Posted(UUID id, @Nullable String link) {}

  /// The door of the board, made at its first use.
  String door(Scope scope) {
    return transactions.in(scope, tx -> doors.make(scope, tx, BOARD, scope.workspace().value()));
  }

  /// Posts a wish; its poster is the first who wishes it.
  Posted post(Scope scope, WishDraft draft) {
    String text = Mailroom.flat(draft.text());
    if (text.length() < 3 || text.length() > LONGEST) {
      throw new BadInputException("text", text, "A wish has 3 to " + LONGEST + " characters.");
    }
    String mail = draft.mail().isBlank() ? "" : Mailroom.address("mail", draft.mail());
    if (draft.purchase() != null && mail.isEmpty()) {
      throw new BadInputException("mail", "", "Say where the sellers' offers can be sent.");
    }
    UUID id = ids.next();
    Instant now = clock.instant();
    byte[] contact = mail.isEmpty() ? null : box.seal(id, mail);
    byte[] ceiling = draft.limit() == null ? null : box.seal(id, draft.limit().text());
    Posted posted =
        transactions.in(
            scope,
            tx -> {
              var posting = new Posting(id, text, contact, draft.purchase(), ceiling, now);
              WishBook.add(tx, scope, posting);
              WishBook.vote(tx, scope, id, draft.voter(), now);
              return new Posted(id, draft.purchase() == null ? null : ownLink(scope, id));
            });
    told(scope);
    return posted;
  }

  private String ownLink(Scope scope, UUID id) {
    var visitor = new SignedIn(null, scope.workspace(), "a visitor", "visitor");
    String link = links.make(scope, "call", id, WISHER_LINK, visitor).url();
    String how = "When you are ready, open it to sellers here. The link is yours alone:\n" + link;
    write(scope, id, "wish-link-" + id, "Your wish, and the link to open it", how);
    return link;
  }

  /// Votes for a wish, once from each connection.
  ///
  /// @return whether it counted
  boolean vote(Scope scope, UUID id, String voter) {
    Wish wish = get(scope, id);
    if (wish.hidden() || wish.mergedInto() != null) {
      throw missing(id);
    }
    boolean counted =
        transactions.in(scope, tx -> WishBook.vote(tx, scope, id, voter, clock.instant()));
    told(scope);
    return counted;
  }

  Wish get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> WishBook.find(tx, id)).orElseThrow(() -> missing(id));
  }

  /// A wish that is not hidden.
  Wish shown(Scope scope, UUID id) {
    Wish wish = get(scope, id);
    if (wish.hidden()) {
      throw new NotFoundException("Wish " + wish.number() + " was taken off the board.");
    }
    return wish;
  }

  static NotFoundException missing(UUID id) {
    return new NotFoundException("There is no wish " + id + ".");
  }

  List<Wish> standing(Scope scope) {
    return transactions.in(scope, tx -> WishBook.standing(tx, MOST));
  }

  /// Answers a wish, publicly; its poster is written to where they left an address.
  Wish answer(SignedIn by, UUID id, @Nullable String state, @Nullable String text) {
    if (state == null || !STATES.contains(state)) {
      throw new BadInputException("state", state, "Right are heard, planned, offered, done, no.");
    }
    String answer = text == null ? "" : text.replaceAll("[\\p{Cc}&&[^\\n\\t]]+", " ").strip();
    if (answer.isEmpty() || answer.length() > LONGEST * 2) {
      throw new BadInputException(
          "text", text, "An answer has 1 to " + LONGEST * 2 + " characters.");
    }
    Scope scope = by.scope();
    Wish answered =
        transactions.in(
            scope,
            tx -> {
              if (WishBook.lock(tx, id).isEmpty()) {
                throw missing(id);
              }
              WishBook.answer(tx, id, state, answer, by.name(), clock.instant());
              write(scope, id, "wish-" + id + "-" + ids.next(), "Your wish was answered", answer);
              return WishBook.find(tx, id).orElseThrow(() -> missing(id));
            });
    told(scope);
    return answered;
  }

  /// Writes to the poster of a wish, where they left an address; joins an open transaction, so
  /// that the letter is written down with the deed it tells of, or neither.
  void write(Scope scope, UUID id, String key, String subject, String text) {
    byte[] contact = transactions.in(scope, tx -> WishBook.contact(tx, id));
    if (contact != null) {
      String wish = get(scope, id).text();
      String body = "You wished: " + wish + "\n\n" + text + "\n";
      mailroom.send(scope, new Letter(key, box.open(id, contact), subject, body), id);
    }
  }

  /// The poster's address; null where none was given.
  @Nullable String contact(Scope scope, UUID id) {
    byte[] contact = transactions.in(scope, tx -> WishBook.contact(tx, id));
    return contact == null ? null : box.open(id, contact);
  }

  /// Says that two wishes are one: its votes go to the other, each voter counts once.
  void merge(Scope scope, UUID id, @Nullable UUID into) {
    if (into == null || into.equals(id)) {
      throw new BadInputException("into", into, "Name another wish; this one is itself.");
    }
    transactions.run(
        scope,
        tx -> {
          Stream.of(id, into).sorted().forEach(one -> WishBook.lock(tx, one));
          Wish wish = standing(tx, id);
          Wish other = standing(tx, into);
          if (wish.purchase() != null) {
            throw new ConflictException(
                "Wish " + wish.number() + " is a purchase, and stays by itself.");
          }
          WishBook.merge(tx, id, other.id());
        });
    told(scope);
  }

  private static Wish standing(JdbcClient tx, UUID id) {
    Wish wish = WishBook.find(tx, id).orElseThrow(() -> missing(id));
    if (wish.mergedInto() != null) {
      int into = WishBook.find(tx, wish.mergedInto()).orElseThrow().number();
      throw new ConflictException(
          "Wish " + wish.number() + " was put together with wish " + into + " already.");
    }
    if (wish.hidden()) {
      throw new ConflictException("Wish " + wish.number() + " was taken off the board.");
    }
    return wish;
  }

  /// Takes a wish off the board, and with it its call: its pages answer no more, nothing is bid,
  /// opened or decided.
  void hide(Scope scope, UUID id) {
    get(scope, id);
    transactions.run(scope, tx -> WishBook.hide(tx, id));
    told(scope);
  }

  void told(Scope scope) {
    live.publish(scope.workspace(), "strategy", new LiveEvents.Changed(Set.of("wishes")));
  }
}
