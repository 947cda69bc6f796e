package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.watch.CrisisRoomView.CrisisStatement;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;

/// What the brand says in a crisis: written in versions, approved by a client by a link of theirs.
@Component
class CrisisStatements {
  static final String KIND = "statement";
  private static final int LONGEST = 4_000;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NOTE = 1_000;
  private static final Duration VALID = Duration.ofDays(3);

  private final Transactions transactions;
  private final CrisisRooms rooms;
  private final CrisisLog log;
  private final ClientLinks links;
  private final Mailroom mailroom;
  private final Workspaces workspaces;
  private final Ids ids;
  private final InstantSource clock;

  CrisisStatements(
      Transactions transactions,
      CrisisRooms rooms,
      CrisisLog log,
      ClientLinks links,
      Mailroom mailroom,
      Workspaces workspaces,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.rooms = rooms;
    this.log = log;
    this.links = links;
    this.mailroom = mailroom;
    this.workspaces = workspaces;
    this.ids = ids;
    this.clock = clock;
  }

  /// A link for a client, told once.
  ///
  /// @param mailed the address it was mailed to; null where nobody was mailed
  record ClientLink(String url, Instant until, @Nullable String mailed) {}

  /// Writes the next version.
  CrisisStatement draft(SignedIn by, UUID room, @Nullable String text) {
    String words = text("text", text, LONGEST);
    Scope scope = by.scope();
    String hash = Sha256.hex(words);
    var made =
        transactions.in(
            scope,
            tx -> {
              rooms.opened(scope, room, tx);
              var author = new StatementBook.Made(by.name(), clock.instant());
              var drafted = StatementBook.draft(tx, scope, ids.next(), room, words, hash, author);
              log.write(tx, by, room, "statement", facts(drafted));
              return drafted;
            });
    rooms.changed(scope);
    return made;
  }

  private static Map<String, String> facts(CrisisStatement statement) {
    return Map.of(
        "statement", statement.id().toString(),
        "version", Integer.toString(statement.version()),
        "sha256", statement.hash());
  }

  static String text(String field, @Nullable String text, int longest) {
    String words = text == null ? "" : text.strip();
    if (words.isEmpty()) {
      throw new BadInputException(field, text, "Write something.");
    }
    if (words.length() > longest) {
      throw new BadInputException(field, words.length(), "At most " + longest + " characters.");
    }
    return words;
  }

  /// Sends the newest version to a client: makes a link, and mails it where an address is given.
  ClientLink send(SignedIn by, UUID room, @Nullable String to) {
    Scope scope = by.scope();
    String address = to == null || to.isBlank() ? null : Mailroom.address("to", to);
    if (address != null && !mailroom.ready(scope)) {
      throw new ConflictException(
          "Nobody said how mail leaves. Set it up under Sources, or send the link by hand.");
    }
    Instant now = clock.instant();
    var link = transactions.in(scope, tx -> send(by, room, address, now, tx));
    rooms.changed(scope);
    return new ClientLink(link.url(), now.plus(VALID), address);
  }

  private static CrisisStatement newest(JdbcClient tx, UUID room) {
    var newest =
        StatementBook.of(tx, room).stream()
            .findFirst()
            .orElseThrow(() -> new ConflictException("There is no statement to send yet."));
    if (newest.state().equals("approved") || newest.state().equals("changes")) {
      throw decided(newest);
    }
    return newest;
  }

  private static ConflictException decided(CrisisStatement newest) {
    return new ConflictException(
        "Version " + newest.version() + " was decided on. Write the next one first.");
  }

  private ClientLinks.Made send(
      SignedIn by, UUID room, @Nullable String to, Instant now, JdbcClient tx) {
    Scope scope = by.scope();
    rooms.opened(scope, room, tx);
    CrisisStatement newest = newest(tx, room);
    for (CrisisStatement each : StatementBook.of(tx, room)) {
      links.revokeAll(scope, KIND, each.id());
    }
    var link = links.make(scope, KIND, newest.id(), VALID, by);
    if (!StatementBook.sent(tx, newest.id(), to, link.id(), now, now.plus(VALID))) {
      throw decided(newest);
    }
    log.write(tx, by, room, "sent", facts(newest));
    if (to != null) {
      mailroom.send(scope, letter(scope, newest, link, to), room);
    }
    return link;
  }

  private Letter letter(Scope scope, CrisisStatement newest, ClientLinks.Made link, String to) {
    String brand = workspaces.brand(scope).name();
    String text =
        """
        We would like to say this:

        %s

        Please approve it, or ask for a change, here. The link is yours alone and is good for
        three days:
        %s
        """
            .formatted(newest.text().indent(2).stripTrailing(), link.url());
    String subject =
        "%s: please look at a statement, version %d".formatted(brand, newest.version());
    return new Letter("statement-" + link.id(), to, subject, text.replace("\r", ""));
  }

  /// What a client decides; who was first stays, also where two send at once.
  void decide(Scope scope, UUID statement, String name, boolean approves, String note) {
    String by = text("name", name, LONGEST_NAME);
    String words = approves ? note.strip() : text("note", note, LONGEST_NOTE);
    if (words.length() > LONGEST_NOTE) {
      throw new BadInputException("note", words.length(), "At most 1000 characters.");
    }
    var kept = find(scope, statement);
    var client = new SignedIn(null, scope.workspace(), by, "client");
    String state = approves ? "approved" : "changes";
    boolean first =
        transactions.in(
            scope,
            tx -> {
              boolean decided =
                  StatementBook.decide(tx, statement, state, by, words, clock.instant());
              if (decided) {
                log.write(tx, client, kept.room(), state, facts(kept.view()));
              }
              return decided;
            });
    if (first) {
      rooms.changed(scope);
    }
  }

  StatementBook.Kept find(Scope scope, UUID statement) {
    return transactions
        .in(scope, tx -> StatementBook.find(tx, statement))
        .orElseThrow(() -> new NotFoundException("There is no such statement."));
  }
}
