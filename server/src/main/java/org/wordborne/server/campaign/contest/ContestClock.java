package org.wordborne.server.campaign.contest;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// What contests do by themselves: look at new entries, pass on what was not claimed in time, and
/// forget network addresses after thirty days.
@Component
final class ContestClock extends Clockwork {
  private static final Duration BREATH = Duration.ofSeconds(5);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final ReviewDesk review;
  private final ClaimDesk claims;
  private final EntryDesk entries;
  private final ContestDesk desk;
  private final Conditions conditions;

  ContestClock(
      Workspaces workspaces,
      Transactions transactions,
      ReviewDesk review,
      ClaimDesk claims,
      EntryDesk entries,
      ContestDesk desk,
      Conditions conditions) {
    super(new Rounds("contests", BREATH, AFTER_FAULT), true);
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.review = review;
    this.claims = claims;
    this.entries = entries;
    this.desk = desk;
    this.conditions = conditions;
  }

  @Override
  protected void round() {
    workspaces.all().forEach(this::look);
  }

  /// Looks after the contests of a workspace; what fails at one of them stops no other.
  void look(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    part("new entries", () -> judge(scope));
    if (conditions.sends()) {
      part("claims that are due", () -> claims.expireDue(scope));
    }
    part("old addresses", () -> entries.dropAddresses(scope));
  }

  private void judge(Scope scope) {
    for (Contest contest : transactions.in(scope, ContestBook::all)) {
      part("contest " + contest.id(), () -> judge(scope, contest));
    }
  }

  private void judge(Scope scope, Contest contest) {
    if (contest.sealedAt() == null && review.judge(scope, contest.id())) {
      desk.changed(scope, contest.id());
    }
  }
}
