package org.wordborne.server.privacy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.privacy.Custodians.HeldThere;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.ForgottenLog;
import org.wordborne.server.workspace.personal.ForgottenPeople;
import org.wordborne.server.workspace.personal.Subject;

/// Forgets somebody, a step at a time; each step is noted in its own transaction, and can be done
/// twice. Whatever stops the program, it goes on behind the last step that was noted.
@Component
class Erasure {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  private final Transactions transactions;
  private final RequestBook book;
  private final SubjectFinder finder;
  private final Custodians custodians;
  private final Forgetting forgetting;
  private final ForgottenPeople forgotten;
  private final SubjectMarks marks;
  private final ForgottenLog log;

  Erasure(
      Transactions transactions,
      RequestBook book,
      SubjectFinder finder,
      Custodians custodians,
      Forgetting forgetting,
      ForgottenPeople forgotten,
      SubjectMarks marks,
      ForgottenLog log) {
    this.transactions = transactions;
    this.book = book;
    this.finder = finder;
    this.custodians = custodians;
    this.forgetting = forgetting;
    this.forgotten = forgotten;
    this.marks = marks;
    this.log = log;
  }

  /// Begins: settles what it goes by, and from now on nothing of them is taken in. Nothing is
  /// erased yet.
  Subject begin(Scope scope, JdbcClient tx, UUID request, Subject about) {
    // Nothing is written meanwhile: a word of theirs is either found here or dropped.
    forgetting.hold(tx, scope);
    Subject found = finder.find(tx, about);
    Subject subject = found.withRows(custodians.rows(scope, tx, found));
    forgotten.remember(tx, scope, marks.all(scope, subject));
    book.run(tx, request, subject);
    return subject;
  }

  /// Goes on with an erasure as far as it can now; returns whether it is done.
  boolean goOn(Scope scope, UUID request) {
    Subject subject = transactions.in(scope, tx -> book.get(tx, request)).subject();
    if (subject == null) {
      return true;
    }
    step(scope, request, "logged", _ -> log.append(marks.lines(scope, subject)));
    for (Custodian custodian : custodians.all()) {
      step(
          scope,
          request,
          "before " + custodian.name(),
          tx -> custodian.prepare(scope, tx, subject));
    }
    if (!isDone(scope, request, "words")) {
      forgetting.takeBack(scope, subject.words());
      CrashPoint.reach("privacy.words");
      step(scope, request, "words", tx -> book.takenBack(tx, request, forgetting.newest(scope)));
    }
    if (!isDone(scope, request, "followed")) {
      if (!forgetting.isFollowed(scope, upto(scope, request))) {
        return false;
      }
      step(scope, request, "followed", _ -> {});
    }
    Subject whole = transactions.in(scope, tx -> finder.withPeople(tx, subject));
    for (Custodian custodian : custodians.all()) {
      step(scope, request, custodian.name(), tx -> custodian.erase(scope, tx, whole));
    }
    if (!isDone(scope, request, "index")) {
      if (!forgetting.expunge(scope)) {
        return false;
      }
      CrashPoint.reach("privacy.index");
      step(scope, request, "index", _ -> {});
    }
    return end(scope, request, whole);
  }

  private void step(Scope scope, UUID request, String step, Consumer<JdbcClient> work) {
    transactions.run(
        scope,
        tx -> {
          if (!book.isDone(tx, request, step)) {
            work.accept(tx);
            book.done(scope, tx, request, step);
          }
        });
    CrashPoint.reach("privacy.step");
  }

  /* What is heard meanwhile need not be waited for: where much is said that never ends. */
  private long upto(Scope scope, UUID request) {
    long known = transactions.in(scope, tx -> book.followedUpto(tx, request));
    return known > 0 ? known : forgetting.newest(scope);
  }

  private boolean isDone(Scope scope, UUID request, String step) {
    return transactions.in(scope, tx -> book.isDone(tx, request, step));
  }

  /* What is found now came between the steps; it goes the same way. */
  private boolean end(Scope scope, UUID request, Subject subject) {
    List<HeldThere> left = custodians.count(scope, subject);
    if (!left.isEmpty()) {
      String places = left.stream().map(HeldThere::place).collect(Collectors.joining(", "));
      LOG.warn("erasure {} found something left in: {}; it begins again", request, places);
      transactions.run(
          scope,
          tx -> {
            book.remains(tx, request, places);
            book.again(tx, request);
          });
      return false;
    }
    transactions.run(scope, tx -> book.forgotten(tx, request));
    CrashPoint.reach("privacy.done");
    return true;
  }
}
