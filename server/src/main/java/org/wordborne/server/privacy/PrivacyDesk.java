package org.wordborne.server.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.person.PersonTraces;
import org.wordborne.server.privacy.Custodians.HeldThere;
import org.wordborne.server.privacy.RequestBook.Draft;
import org.wordborne.server.privacy.RequestBook.Kept;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.DoNotContact;
import org.wordborne.server.workspace.personal.Subject;

/// Where what people ask for is taken and done: a copy, erasure, not to be written to.
@Component
class PrivacyDesk {
  private static final Set<String> KINDS = Set.of("access", "erasure", "objection");
  private static final int LONGEST = 500;

  private final Transactions transactions;
  private final PersonTraces traces;
  private final SubjectFinder finder;
  private final RequestBook book;
  private final Custodians custodians;
  private final Erasure erasure;
  private final ExportFile exports;
  private final DoNotContact blocks;
  private final InstantSource clock;

  PrivacyDesk(
      Transactions transactions,
      PersonTraces traces,
      SubjectFinder finder,
      RequestBook book,
      Custodians custodians,
      Erasure erasure,
      ExportFile exports,
      DoNotContact blocks,
      InstantSource clock) {
    this.transactions = transactions;
    this.traces = traces;
    this.finder = finder;
    this.book = book;
    this.custodians = custodians;
    this.erasure = erasure;
    this.exports = exports;
    this.blocks = blocks;
    this.clock = clock;
  }

  /// Whom a request is about: somebody who was heard, an address of theirs, or both.
  record Whom(@Nullable UUID person, @Nullable String mail) {}

  /// What somebody asks for.
  ///
  /// @param shownBy how they showed that it is they
  record RequestDraft(
      @Nullable String kind,
      @Nullable UUID person,
      @Nullable String mail,
      @Nullable String shownBy) {}

  /// Those who may be meant.
  record FoundPeople(List<PersonTraces.NamedPerson> people) {}

  /// What is kept of somebody.
  ///
  /// @param name what they are called; the one to type before they are erased
  /// @param blocked whether they are on the list of those who are not to be written to
  record PersonHolding(String name, List<String> names, boolean blocked, List<HeldThere> places) {}

  /// Who carries that name, or stands behind that id.
  FoundPeople find(Scope scope, String name) {
    if (name.isBlank()) {
      throw new BadInputException("name", name, "Say what they are called on their network.");
    }
    return new FoundPeople(transactions.in(scope, tx -> traces.named(tx, name)));
  }

  /// How much is kept of somebody, and where.
  PersonHolding holding(Scope scope, Whom whom) {
    Subject subject = subject(scope, whom);
    return new PersonHolding(
        called(scope, whom),
        subject.names().stream().sorted().toList(),
        isBlocked(scope, subject),
        custodians.count(scope, subject));
  }

  private boolean isBlocked(Scope scope, Subject subject) {
    var handles = subject.handles().stream().map(Subject.Handle::id).toList();
    return !blocks.among(scope, handles).isEmpty()
        || subject.mails().stream()
            .anyMatch(mail -> blocks.isMailBlocked(scope, SubjectMarks.mailbox(mail)));
  }

  private Subject subject(Scope scope, Whom whom) {
    String mail = mail(whom);
    UUID person = whom.person();
    if (person == null && mail == null) {
      throw new BadInputException("person", null, "Say who it is: a person, or a mail address.");
    }
    return transactions.in(
        scope,
        tx -> {
          known(tx, person);
          return finder.find(tx, listed(person), listed(mail));
        });
  }

  private void known(JdbcClient tx, @Nullable UUID person) {
    if (person != null && traces.names(tx, List.of(person)).isEmpty()) {
      throw new NotFoundException("There is no person " + person + " here.");
    }
  }

  private static @Nullable String mail(Whom whom) {
    return whom.mail() == null || whom.mail().isBlank()
        ? null
        : Mailroom.address("mail", whom.mail()).toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> listed(@Nullable T one) {
    return Stream.ofNullable(one).toList();
  }

  private String called(Scope scope, Whom whom) {
    UUID person = whom.person();
    String mail = mail(whom);
    return person == null
        ? Objects.requireNonNullElse(mail, "")
        : transactions.in(scope, tx -> traces.names(tx, List.of(person))).stream()
            .findFirst()
            .orElse("");
  }

  /// Writes a request down; its month begins.
  PrivacyRequest request(SignedIn by, RequestDraft draft) {
    String kind = draft.kind() == null ? "" : draft.kind();
    if (!KINDS.contains(kind)) {
      throw new BadInputException("kind", kind, "Use access, erasure or objection.");
    }
    String shown = draft.shownBy() == null ? "" : draft.shownBy().strip();
    if (shown.isEmpty() || shown.length() > LONGEST) {
      throw new BadInputException(
          "shownBy", null, "Say how they showed that it is they, in at most 500 characters.");
    }
    Scope scope = by.scope();
    var whom = new Whom(draft.person(), draft.mail());
    Subject found = subject(scope, whom);
    var about = Subject.of(found.persons(), found.names(), found.mails());
    String called = called(scope, whom);
    UUID id =
        transactions.in(
            scope, tx -> book.write(scope, tx, new Draft(kind, called, shown, about), by.name()));
    return get(scope, id);
  }

  List<PrivacyRequest> requests(Scope scope) {
    return transactions.in(scope, book::all);
  }

  PrivacyRequest get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> book.get(tx, id)).view();
  }

  /// Begins to forget whom a request is about.
  ///
  /// @param typed what they are called, typed by whoever confirms it
  PrivacyRequest erase(SignedIn by, UUID id, @Nullable String typed) {
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          Kept kept = book.hold(tx, id);
          Subject about = open(kept, "erasure");
          if (typed == null || !typed.strip().equalsIgnoreCase(kept.view().about().strip())) {
            throw new BadInputException(
                "typed", typed, "Type “" + kept.view().about() + "” to erase them.");
          }
          erasure.begin(scope, tx, id, about);
        });
    return get(scope, id);
  }

  private static Subject open(Kept kept, String kind) {
    if (!kept.view().kind().equals(kind)) {
      throw new ConflictException("This is a request for " + kept.view().kind() + ".");
    }
    Subject subject = kept.subject();
    if (!kept.view().state().equals("open") || subject == null) {
      throw new ConflictException("This request is " + kept.view().state() + " already.");
    }
    return subject;
  }

  /// Whom a request is about, with all that leads to them now.
  Subject subjectOf(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx -> {
          Subject about = book.get(tx, id).subject();
          if (about == null) {
            throw new ConflictException("Who asked this is forgotten.");
          }
          return finder.find(tx, about.persons(), about.mails());
        });
  }

  /// Writes a copy of all that is kept of whom a request is about; that it was made is noted.
  void export(Scope scope, UUID id, OutputStream out) throws IOException {
    Subject subject = subjectOf(scope, id);
    exports.write(scope, subject, clock.instant(), out);
  }

  /// Notes that a copy was made.
  void exported(Scope scope, UUID id) {
    transactions.run(scope, tx -> book.exported(tx, id));
  }

  /// Closes a request: done, or refused for a reason. An objection that is done puts them on the
  /// list of those who are not to be written to.
  PrivacyRequest close(SignedIn by, UUID id, boolean refused, @Nullable String why) {
    Scope scope = by.scope();
    String ground = why == null ? "" : why.strip();
    if (refused && ground.isEmpty()) {
      throw new BadInputException("why", null, "Say why; they must be told.");
    }
    transactions.run(
        scope,
        tx -> {
          PrivacyRequest asked = book.hold(tx, id).view();
          if (!refused && asked.kind().equals("erasure")) {
            throw new ConflictException("An erasure is done by erasing.");
          }
          Subject about = open(book.get(tx, id), asked.kind());
          if (!refused && asked.kind().equals("objection")) {
            object(by, asked, finder.find(tx, about.persons(), about.mails()));
          }
          book.close(tx, id, refused ? "refused" : "done", ground, by);
        });
    return get(scope, id);
  }

  /* Whoever is on the list, or was not heard for so long that nothing leads to them any more, has
  what they ask for. */
  private void object(SignedIn by, PrivacyRequest asked, Subject about) {
    boolean known = !about.handles().isEmpty() || !about.mails().isEmpty();
    if (known && !isBlocked(by.scope(), about)) {
      block(by, about, new Listed(asked.about(), asked.person()), asked.shownBy());
    }
  }

  /* As whom somebody stands on the list. */
  private record Listed(String label, @Nullable UUID person) {}

  /// Puts somebody on the list of those who are not to be written to.
  UUID block(SignedIn by, Whom whom, @Nullable String reason) {
    Scope scope = by.scope();
    Subject subject = subject(scope, whom);
    if (isBlocked(scope, subject)) {
      throw new ConflictException("They are on the list already.");
    }
    return block(by, subject, new Listed(called(scope, whom), whom.person()), reason);
  }

  private UUID block(SignedIn by, Subject subject, Listed as, @Nullable String reason) {
    return blocks.block(
        by,
        new DoNotContact.Whom(
            as.label(),
            as.person(),
            subject.handles().stream().map(Subject.Handle::id).toList(),
            subject.names(),
            new ArrayList<>(subject.mails().stream().map(SubjectMarks::mailbox).toList())),
        reason == null ? "" : reason.strip());
  }
}
