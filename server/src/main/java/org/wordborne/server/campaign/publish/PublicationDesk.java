package org.wordborne.server.campaign.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.PublicationBook.Post;
import org.wordborne.server.campaign.publish.PublicationDraft.VariantDraft;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.source.Publishing;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Where posts of our own are written, asked for, approved, moved and let go; each deed is a line
/// of the book `publishing`.
@Component
class PublicationDesk {
  static final String BOOK = "publishing";
  static final String LINK = "publication";
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_VARIANTS = 20;
  private static final int MOST_QUOTES = 20;
  private static final Duration LINK_HOLDS = Duration.ofDays(14);

  private final Transactions transactions;
  private final Publications publications;
  private final Publishing publishing;
  private final CrisisRooms rooms;
  private final ClientLinks links;
  private final Mailroom mailroom;
  private final Workspaces workspaces;
  private final Journals journals;
  private final DoNotContact blocks;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  PublicationDesk(
      Transactions transactions,
      Publications publications,
      Publishing publishing,
      CrisisRooms rooms,
      ClientLinks links,
      Mailroom mailroom,
      Workspaces workspaces,
      Journals journals,
      DoNotContact blocks,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.publications = publications;
    this.publishing = publishing;
    this.rooms = rooms;
    this.links = links;
    this.mailroom = mailroom;
    this.workspaces = workspaces;
    this.journals = journals;
    this.blocks = blocks;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  CalendarEntry make(SignedIn by, PublicationDraft draft) {
    Instant now = clock.instant();
    Post post = read(by, draft, ids.next(), now);
    List<VariantDraft> texts = texts(by.scope(), draft);
    return deed(
        by,
        post.id(),
        "made",
        tx -> {
          PublicationBook.insert(tx, by.scope(), post, by, now);
          texts.forEach(text -> add(tx, by.scope(), post, text));
          return texts.size();
        });
  }

  private Post read(SignedIn by, PublicationDraft draft, UUID id, Instant now) {
    String title = title(draft);
    var zone = LocalTimes.zone("zone", needed("zone", draft.zone()));
    Instant at = LocalTimes.at("at", needed("at", draft.at()), zone);
    future(draft.at(), at, now);
    return new Post(id, draft.campaign(), title, at, zone, quotes(draft), by.name());
  }

  private static void future(@Nullable String told, Instant at, Instant now) {
    if (at.isBefore(now)) {
      throw new BadInputException("at", told, "This time has passed; choose a later one.");
    }
  }

  private static String title(PublicationDraft draft) {
    String title = needed("title", draft.title()).strip();
    if (title.length() > LONGEST_TITLE || title.contains("\n")) {
      throw new BadInputException("title", title, "One line of at most 200 characters.");
    }
    return title;
  }

  private static List<UUID> quotes(PublicationDraft draft) {
    List<UUID> quotes = draft.quotes() == null ? List.of() : draft.quotes();
    if (quotes.size() > MOST_QUOTES) {
      throw new BadInputException("quotes", quotes.size(), "At most 20.");
    }
    return quotes;
  }

  private static String needed(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new BadInputException(field, value, "This is needed.");
    }
    return value;
  }

  private List<VariantDraft> texts(Scope scope, PublicationDraft draft) {
    List<VariantDraft> texts = draft.variants() == null ? List.of() : draft.variants();
    if (texts.isEmpty() || texts.size() > MOST_VARIANTS) {
      throw new BadInputException(
          "variants", texts.size(), "A text for one source at least, for 20 at most.");
    }
    var seen = new HashSet<UUID>();
    for (VariantDraft text : texts) {
      check(scope, text, seen);
    }
    return texts;
  }

  private void check(Scope scope, VariantDraft text, Set<UUID> seen) {
    UUID source = text.source();
    if (source == null || !seen.add(source)) {
      throw new BadInputException("variants", source, "Each text names a source of its own.");
    }
    var place = publishing.place(scope, source);
    if (!place.can()) {
      throw new BadInputException("variants", source, place.name() + ": " + place.whyNot());
    }
    String words = needed("variants", text.text());
    String named = blocks.namedIn(scope, words);
    if (named != null) {
      throw new BadInputException("variants", "@" + named, "They asked not to be written to.");
    }
    int most = place.max() > 0 ? Math.min(place.max(), LONGEST_TEXT) : LONGEST_TEXT;
    if (Publications.length(words) > most) {
      throw new BadInputException(
          "variants",
          Publications.length(words) + " characters",
          place.name() + " takes " + most + " characters at most.");
    }
  }

  private void add(JdbcClient tx, Scope scope, Post post, VariantDraft text) {
    UUID source = java.util.Objects.requireNonNull(text.source());
    String name = publishing.place(scope, source).name();
    PublicationBook.insert(tx, scope, ids.next(), post, source, name, words(text));
  }

  private static String words(VariantDraft text) {
    return needed("variants", text.text()).strip();
  }

  /// Writes title and texts anew; a text that stays as it was keeps its approval, unless the title
  /// changed.
  CalendarEntry change(SignedIn by, UUID id, PublicationDraft draft) {
    String title = title(draft);
    List<UUID> quotes = quotes(draft);
    List<VariantDraft> texts = texts(by.scope(), draft);
    return deed(
        by,
        id,
        "changed",
        tx -> {
          Post post = Publications.post(tx, id);
          List<Variant> old = PublicationBook.variants(tx, List.of(id));
          boolean retitled = !post.title().equals(title) || !post.quotes().equals(quotes);
          PublicationBook.rename(tx, id, title, quotes);
          old.forEach(one -> rewrite(tx, one, texts, retitled));
          var known = old.stream().map(Variant::source).collect(Collectors.toSet());
          texts.stream()
              .filter(text -> !known.contains(text.source()))
              .forEach(text -> add(tx, by.scope(), post, text));
          return texts.size();
        });
  }

  private static void rewrite(
      JdbcClient tx, Variant old, List<VariantDraft> texts, boolean retitled) {
    var next = texts.stream().filter(text -> old.source().equals(text.source())).findFirst();
    if (next.isEmpty()) {
      PublicationBook.remove(tx, old.id());
    } else if (retitled || !words(next.get()).equals(old.text())) {
      PublicationBook.rewrite(tx, old.id(), words(next.get()));
    }
  }

  CalendarEntry move(SignedIn by, UUID id, @Nullable String local, @Nullable String zoneName) {
    Post post = transactions.in(by.scope(), tx -> Publications.post(tx, id));
    var zone =
        zoneName == null || zoneName.isBlank() ? post.zone() : LocalTimes.zone("zone", zoneName);
    Instant to = LocalTimes.at("at", needed("at", local), zone);
    future(local, to, clock.instant());
    return deed(
        by,
        id,
        "moved",
        tx -> {
          PublicationBook.move(tx, id, to);
          return 1;
        });
  }

  /// Makes a link by which a client approves each text; mails it if an address is given.
  ///
  /// @return the link, which cannot be had again
  String ask(SignedIn by, UUID id, @Nullable String to) {
    Scope scope = by.scope();
    String address = to == null || to.isBlank() ? null : Mailroom.address("to", to);
    if (address != null && !mailroom.ready(scope)) {
      throw new ConflictException(
          "Mail is not set up, so nothing can be sent to "
              + address
              + "; ask without an address"
              + " and send the link yourself.");
    }
    String link = transactions.in(scope, tx -> asked(by, id, address, tx));
    changed(scope, id);
    return link;
  }

  /* The texts wait, the link of the words before is gone and the new one made at once. */
  private String asked(SignedIn by, UUID id, @Nullable String address, JdbcClient tx) {
    Scope scope = by.scope();
    int asked = PublicationBook.asked(tx, Publications.post(tx, id).id());
    if (asked == 0) {
      throw new ConflictException("No text of this post waits to be approved.");
    }
    write(tx, by, id, "asked", asked, "");
    links.revokeAll(scope, LINK, id);
    var link = links.make(scope, LINK, id, LINK_HOLDS, by);
    if (address != null) {
      mailroom.send(scope, letter(by, publications.get(scope, id), link, address), id);
    }
    return link.url();
  }

  private Letter letter(SignedIn by, CalendarEntry entry, ClientLinks.Made link, String address) {
    String brand = workspaces.brand(by.scope()).name();
    return new Letter(
        "ask-" + link.id(),
        address,
        "To approve: " + entry.title().replaceAll("\\p{Cntrl}", " "),
        by.name()
            + (brand.isEmpty() ? "" : " of " + brand)
            + " asks you to approve a post planned for "
            + entry.local().replace('T', ' ')
            + " ("
            + entry.zone()
            + "):\n\n"
            + link.url()
            + "\n\nEach text can be approved or sent back by itself. The link holds for 14"
            + " days.\n");
  }

  /// Approves one text, or all that wait.
  CalendarEntry approve(SignedIn by, UUID id, @Nullable UUID only) {
    Instant now = clock.instant();
    return deed(
        by,
        id,
        "approved",
        tx -> {
          Publications.post(tx, id);
          long approved =
              PublicationBook.variants(tx, List.of(id)).stream()
                  .filter(one -> only == null || one.id().equals(only))
                  .filter(one -> PublicationBook.approve(tx, one, by.name(), now))
                  .count();
          if (approved == 0) {
            throw new ConflictException("No text of this post waits to be approved.");
          }
          return (int) approved;
        });
  }

  /// A text as a client saw it.
  ///
  /// @param hash of its words, as [Variant#hash()] gives it
  record SeenText(UUID id, String hash) {}

  /// What a client decided about one text by their link; who decided first stays.
  ///
  /// @return whether these are the words that stand there; nothing is taken for others
  boolean decide(Scope scope, UUID id, SeenText seen, boolean approved, String name, String note) {
    var client = new SignedIn(null, scope.workspace(), name + " (by link)", "client");
    Instant now = clock.instant();
    boolean same =
        transactions.in(
            scope,
            tx -> {
              Publications.post(tx, id);
              var text =
                  PublicationBook.variants(tx, List.of(id)).stream()
                      .filter(one -> one.id().equals(seen.id()))
                      .filter(one -> one.hash().equals(seen.hash()))
                      .findFirst();
              text.filter(one -> one.state().equals("waiting"))
                  .filter(
                      one ->
                          approved
                              ? PublicationBook.approve(tx, one, client.name(), now)
                              : PublicationBook.askChange(tx, one.id(), note))
                  .ifPresent(
                      one -> {
                        String deed = approved ? "approved" : "change-asked";
                        write(tx, client, id, deed, 1, one.hash());
                      });
              return text.isPresent();
            });
    changed(scope, id);
    return same;
  }

  CalendarEntry cancel(SignedIn by, UUID id) {
    return deed(
        by,
        id,
        "cancelled",
        tx -> {
          int cancelled = PublicationBook.cancel(tx, Publications.post(tx, id).id());
          if (cancelled == 0) {
            throw new ConflictException("Every text of this post was sent or cancelled already.");
          }
          return cancelled;
        });
  }

  /// Sends now what its time passed by; refused while a crisis room is open.
  CalendarEntry sendLate(SignedIn by, UUID id) {
    return deed(
        by,
        id,
        "let-go",
        tx -> {
          Publications.post(tx, id);
          if (rooms.paused(by.scope(), tx)) {
            throw new ConflictException(
                "A crisis room is open: nothing scheduled goes out until it is closed.");
          }
          int gone = PublicationBook.letGo(tx, id, clock.instant());
          if (gone == 0) {
            throw new ConflictException("No approved text of this post is late, refused or lost.");
          }
          return gone;
        });
  }

  private CalendarEntry deed(
      SignedIn by, UUID id, String name, Function<JdbcClient, Integer> work) {
    transactions.run(by.scope(), tx -> write(tx, by, id, name, work.apply(tx), ""));
    changed(by.scope(), id);
    return publications.get(by.scope(), id);
  }

  private void write(JdbcClient tx, SignedIn by, UUID id, String deed, int texts, String hash) {
    var facts = new TreeMap<String, String>();
    facts.put("texts", Integer.toString(texts));
    String hashes =
        hash.isEmpty()
            ? PublicationBook.variants(tx, List.of(id)).stream()
                .map(Variant::hash)
                .collect(Collectors.joining(" "))
            : hash;
    facts.put("sha256", hashes);
    journals.write(by.scope(), tx, BOOK, id, deed, facts, by);
  }

  private void changed(Scope scope, UUID id) {
    live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of(id.toString())));
  }
}
