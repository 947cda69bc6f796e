package org.wordborne.server.workspace.act;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Lets go of the keys, and the answers kept with them, that are older than a day.
@Component
class ActKeyClock extends Clockwork {
  private static final Duration REST = Duration.ofHours(1);
  private static final Duration AFTER_FAULT = Duration.ofMinutes(5);
  private final Workspaces workspaces;
  private final Transactions transactions;
  private final ActKeys keys;

  ActKeyClock(Workspaces workspaces, Transactions transactions, ActKeys keys) {
    super(new Rounds("keys of writes", REST, AFTER_FAULT), true);
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.keys = keys;
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::sweep);
  }

  void sweep(WorkspaceId workspace) {
    part("old keys", () -> transactions.run(Scope.of(workspace), keys::sweep));
  }
}
