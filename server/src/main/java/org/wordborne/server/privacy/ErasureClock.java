package org.wordborne.server.privacy;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Goes on with every erasure that is under way, also with those that a stop left in the middle.
@Component
class ErasureClock extends Clockwork {
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);
  private static final Duration LAST_STEP = Duration.ofSeconds(20);

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final RequestBook book;
  private final Erasure erasure;

  ErasureClock(
      Workspaces workspaces, Transactions transactions, RequestBook book, Erasure erasure) {
    super(new Rounds("erasures", BREATH, AFTER_FAULT), true, LAST_STEP);
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.book = book;
    this.erasure = erasure;
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::look);
  }

  /// Goes on with the erasures of a workspace; what fails at one of them stops no other.
  void look(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    for (UUID request : transactions.in(scope, book::running)) {
      part("erasure " + request, () -> erasure.goOn(scope, request));
    }
  }
}
