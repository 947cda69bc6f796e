package org.wordborne.server.campaign.contest;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// What contests do by themselves: look at new entries, pass on what was not claimed in time, and
/// forget network addresses after thirty days.
@Component
final class ContestClock implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ContestClock.class);
  private static final Duration BREATH = Duration.ofSeconds(5);

  private final Workspaces workspaces;
  private final Transactions transactions;
  private final ReviewDesk review;
  private final ClaimDesk claims;
  private final EntryDesk entries;
  private final ContestDesk desk;
  private volatile boolean running;

  ContestClock(
      Workspaces workspaces,
      Transactions transactions,
      ReviewDesk review,
      ClaimDesk claims,
      EntryDesk entries,
      ContestDesk desk) {
    this.workspaces = workspaces;
    this.transactions = transactions;
    this.review = review;
    this.claims = claims;
    this.entries = entries;
    this.desk = desk;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("contests").start(this::ticks);
  }

  private void ticks() {
    while (running) {
      alone(() -> workspaces.all().forEach(this::look));
      try {
        Thread.sleep(BREATH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Looks after the contests of a workspace; what fails at one of them stops no other.
  void look(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    alone(
        () ->
            transactions
                .in(scope, ContestBook::all)
                .forEach(contest -> alone(() -> judge(scope, contest))));
    alone(() -> claims.expireDue(scope));
    alone(() -> entries.dropAddresses(scope));
  }

  private void judge(Scope scope, Contest contest) {
    if (contest.sealedAt() == null && review.judge(scope, contest.id())) {
      desk.changed(scope, contest.id());
    }
  }

  private void alone(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException failed) {
      if (running) {
        LOG.warn("Looking after contests: {}", failed.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
