package org.wordborne.server.strategy.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PageLanguage;
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
import org.wordborne.server.workspace.TooManyException;
import org.wordborne.server.workspace.Transactions;

/// The public board of wishes: posted and voted for by anybody, answered by a person of ours.
@Component
class WishBoard {
  static final String BOARD = "wishes";
  private static final String ASKED =
      """
      Somebody left this address with a wish on our public board. If it was you, say so here: your
      wish is answered to this address then, and what you want to buy can be opened to sellers. The
      link is yours alone. If it was not you, do nothing, and no other letter follows.

      """;
  private static final String ASKED_GERMAN =
      """
      Jemand hat an unserer öffentlichen Wunschtafel diese Adresse angegeben. Waren Sie das, so sagen
      Sie es hier: Dann wird Ihr Wunsch an diese Adresse beantwortet, und was Sie kaufen wollen, kann
      für Anbieter geöffnet werden. Der Link gehört Ihnen allein. Waren Sie es nicht, so tun Sie
      nichts; es folgt kein weiterer Brief.

      """;
  private static final int MOST_TO_ONE = 3;
  private static final int MOST_FROM_ONE = 40;
  private static final Duration DAY = Duration.ofHours(24);
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
  /// @param fast whether it was sent faster than people type
  /// @param form by which a form that is sent twice is known; null for none
  /// @param language that of the page it came by
  record WishDraft(
      String text,
      String mail,
      @Nullable Purchase purchase,
      @Nullable Money limit,
      String voter,
      boolean fast,
      @Nullable String form,
      PageLanguage language) {}

  /// A wish that was posted.
  ///
  /// @param aside whether it waits for one of ours to look
  /// @param written whether a letter with the poster's own link goes out
  record Posted(UUID id, boolean aside, boolean written) {}

  /// The door of the board, made at its first use.
  String door(Scope scope) {
    return transactions.in(scope, tx -> doors.make(scope, tx, BOARD, scope.workspace().value()));
  }

  /// Posts a wish; its poster is the first who wishes it. The same form sent again is
  /// the same wish.
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
    byte[] ceiling = draft.limit() == null ? null : box.seal(id, draft.limit().text());
    var posting =
        new Posting(
            id,
            text,
            mail.isEmpty() ? null : box.seal(id, mail),
            mail.isEmpty() ? null : box.mark(scope.workspace().value(), MailName.of(mail).box()),
            draft.voter(),
            draft.fast(),
            draft.purchase(),
            ceiling,
            draft.form(),
            draft.language(),
            now);
    Posted posted = transactions.in(scope, tx -> posted(tx, scope, posting));
    told(scope);
    return posted;
  }

  private Posted posted(JdbcClient tx, Scope scope, Posting posting) {
    WishBook.alone(tx, scope);
    Optional<Posted> before = WishBook.ofForm(tx, posting.form());
    if (before.isPresent()) {
      return before.get();
    }
    seldom(tx, posting);
    WishBook.add(tx, scope, posting);
    WishBook.vote(tx, scope, posting.id(), posting.from(), posting.at());
    if (!posting.aside()) {
      ask(tx, scope, posting.id(), posting.language());
    }
    boolean written = !posting.aside() && posting.contact() != null;
    return new Posted(posting.id(), posting.aside(), written);
  }

  /// Keeps a stranger from writing through us to an address again and again, or to many.
  private void seldom(JdbcClient tx, Posting posting) {
    if (posting.contactMark() == null) {
      return;
    }
    refuse(WishBook.postedTo(tx, posting.contactMark(), MOST_TO_ONE), posting.at(), "with it");
    refuse(WishBook.postedFrom(tx, posting.from(), MOST_FROM_ONE), posting.at(), "from here");
  }

  private static void refuse(Optional<Instant> since, Instant now, String which) {
    Instant free = since.orElse(Instant.EPOCH).plus(DAY);
    if (free.isAfter(now)) {
      throw new TooManyException(
          "As many wishes with a mail address came %s within 24 hours as are taken. Nothing was kept."
              .formatted(which),
          Duration.between(now, free));
    }
  }

  /// Sends the poster their link, where they left an address. The letter holds no word of theirs:
  /// whoever wrote them may have left the address of somebody else.
  private void ask(JdbcClient tx, Scope scope, UUID id, PageLanguage say) {
    byte[] contact = WishBook.contact(tx, id);
    if (contact != null) {
      var visitor = new SignedIn(null, scope.workspace(), "a visitor", "visitor");
      String link = links.make(scope, "call", id, WISHER_LINK, visitor).url();
      var letter =
          new Letter(
              "wish-link-" + id,
              box.open(id, contact),
              say.words("Is this your address?", "Ist das Ihre Adresse?"),
              say.words(ASKED, ASKED_GERMAN) + link + "\n");
      mailroom.send(scope, letter, id);
    }
  }

  /// The poster, whom their link reached, says that the address is theirs.
  void confirm(Scope scope, UUID id) {
    shown(scope, id);
    transactions.run(scope, tx -> WishBook.confirm(tx, id));
    told(scope);
  }

  /// Lets a wish that was set aside onto the board.
  void show(Scope scope, UUID id) {
    transactions.run(
        scope,
        tx -> {
          Wish wish = WishBook.lock(tx, id).orElseThrow(() -> missing(id));
          if (!wish.aside()) {
            throw new ConflictException("Wish " + wish.number() + " was not set aside.");
          }
          WishBook.show(tx, id);
          ask(tx, scope, id, wish.language());
        });
    told(scope);
  }

  /// Votes for a wish, once from each connection.
  ///
  /// @return whether it counted
  boolean vote(Scope scope, UUID id, String voter) {
    Wish wish = get(scope, id);
    if (wish.hidden() || wish.aside() || wish.mergedInto() != null) {
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

  /// Those on the board, and those set aside, most wished first.
  List<Wish> standing(Scope scope) {
    return transactions.in(scope, tx -> WishBook.standing(tx, true, MOST));
  }

  /// Those that everybody sees.
  List<Wish> open(Scope scope) {
    return transactions.in(scope, tx -> WishBook.standing(tx, false, MOST));
  }

  /// Answers a wish, publicly; its poster is written to where they confirmed an address.
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
              Wish now = WishBook.find(tx, id).orElseThrow(() -> missing(id));
              String subject =
                  now.language().words("Your wish was answered", "Ihr Wunsch wurde beantwortet");
              write(scope, id, "wish-" + id + "-" + ids.next(), subject, answer);
              return now;
            });
    told(scope);
    return answered;
  }

  /// Writes to the poster of a wish, where they confirmed an address; joins an open transaction, so
  /// that the letter is written down with the deed it tells of, or neither.
  void write(Scope scope, UUID id, String key, String subject, String text) {
    String to = contact(scope, id);
    if (to != null) {
      Wish wish = get(scope, id);
      String wished = wish.language().words("You wished: ", "Sie wünschten: ");
      String body = wished + wish.text() + "\n\n" + text + "\n";
      mailroom.send(scope, new Letter(key, to, subject, body), id);
    }
  }

  /// The poster's address; null where none was given, or confirmed.
  @Nullable String contact(Scope scope, UUID id) {
    byte[] contact =
        get(scope, id).contact() ? transactions.in(scope, tx -> WishBook.contact(tx, id)) : null;
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
