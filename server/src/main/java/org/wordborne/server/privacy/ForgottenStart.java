package org.wordborne.server.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Forgetting;
import org.wordborne.server.person.PersonTraces;
import org.wordborne.server.privacy.RequestBook.Draft;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.personal.DoNotContact;
import org.wordborne.server.workspace.personal.ForgottenLog;
import org.wordborne.server.workspace.personal.ForgottenLog.Kind;
import org.wordborne.server.workspace.personal.ForgottenLog.Line;
import org.wordborne.server.workspace.personal.ForgottenPeople;
import org.wordborne.server.workspace.personal.PersonMarks;
import org.wordborne.server.workspace.personal.Subject;

/// At each start, before anything listens: who was forgotten after the backup on which this
/// database stands is forgotten again, and who is not to be written to stands on the list.
@Component
class ForgottenStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenStart.class);
  private static final String BY = "forgotten.log";

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final ForgottenLog log;
  private final ForgottenPeople forgotten;
  private final DoNotContact blocks;
  private final PersonMarks marks;
  private final SubjectMarks subjects;
  private final PersonTraces traces;
  private final Forgetting forgetting;
  private final Custodians custodians;
  private final RequestBook book;
  private final Erasure erasure;
  private volatile boolean running;

  ForgottenStart(
      Workspaces workspaces,
      Transactions transactions,
      ForgottenLog log,
      ForgottenPeople forgotten,
      DoNotContact blocks,
      PersonMarks marks,
      SubjectMarks subjects,
      PersonTraces traces,
      Forgetting forgetting,
      Custodians custodians,
      RequestBook book,
      Erasure erasure) {
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.log = log;
    this.forgotten = forgotten;
    this.blocks = blocks;
    this.marks = marks;
    this.subjects = subjects;
    this.traces = traces;
    this.forgetting = forgetting;
    this.custodians = custodians;
    this.book = book;
    this.erasure = erasure;
  }

  @Override
  public void start() {
    running = true;
    workspaces.all().forEach(this::apply);
  }

  /// Applies the log to a workspace.
  void apply(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    List<Line> lines = log.read(workspace);
    if (!lines.isEmpty()) {
      blocks.reconcile(scope, lines);
      again(scope, lines);
    }
  }

  private void again(Scope scope, List<Line> lines) {
    Set<String> told =
        lines.stream()
            .filter(line -> line.kind() == Kind.HANDLE || line.kind() == Kind.MAIL)
            .map(Line::mark)
            .collect(Collectors.toSet());
    Set<String> missing = new HashSet<>(told);
    missing.removeAll(transactions.in(scope, tx -> forgotten.known(tx, told)));
    if (missing.isEmpty()) {
      return;
    }
    transactions.run(
        scope,
        tx -> {
          Set<UUID> handles = handles(scope, tx, missing);
          List<UUID> people = traces.people(tx, handles);
          handles.removeAll(traces.handles(tx, people));
          List<String> mails = mails(scope, tx, missing);
          LOG.info(
              "{} marks of forgotten.log are not in the database: {} people and {} addresses are"
                  + " forgotten again",
              missing.size(),
              people.size() + handles.size(),
              mails.size());
          people.forEach(one -> erase(scope, tx, Subject.of(Set.of(one), Set.of(), Set.of())));
          handles.forEach(handle -> erase(scope, tx, Subject.of(Set.of(handle))));
          mails.forEach(one -> erase(scope, tx, Subject.of(Set.of(), Set.of(), Set.of(one))));
          forgotten.remember(tx, scope, missing);
        });
  }

  private void erase(Scope scope, JdbcClient tx, Subject about) {
    UUID request = book.write(scope, tx, new Draft("erasure", "", BY, about), BY);
    erasure.begin(scope, tx, request, about);
  }

  /* Of words too that nobody has made a person of yet: nothing follows before this is done. */
  private Set<UUID> handles(Scope scope, JdbcClient tx, Set<String> missing) {
    var found = new HashSet<UUID>();
    collect(found, scope, missing, after -> traces.allHandles(tx, after));
    collect(found, scope, missing, after -> forgetting.allHandles(tx, after));
    return found;
  }

  private void collect(
      Set<UUID> found,
      Scope scope,
      Set<String> missing,
      Function<@Nullable UUID, List<UUID>> pages) {
    List<UUID> page = pages.apply(null);
    while (!page.isEmpty()) {
      page.stream().filter(handle -> isMissing(scope, handle, missing)).forEach(found::add);
      page = pages.apply(page.getLast());
    }
  }

  private boolean isMissing(Scope scope, UUID handle, Set<String> missing) {
    return missing.contains(marks.handle(scope.workspace(), handle));
  }

  private List<String> mails(Scope scope, JdbcClient tx, Set<String> missing) {
    return custodians.all().stream()
        .flatMap(custodian -> custodian.mails(scope, tx).stream())
        .distinct()
        .filter(mail -> missing.contains(subjects.mail(scope, mail)))
        .toList();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before everything that listens, and behind what settles a restored database.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 10;
  }
}
