package org.wordborne.server.mention;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Leads every follower along what happened: the index first, then each [MentionFollower].
@Component
class MentionFollowers implements SmartLifecycle {
  private static final int BATCH = 500;
  private static final int FLOOD = 500;
  private static final Duration FLOOD_LASTS = Duration.ofSeconds(2);
  private static final int GIVES_WAY = 9;

  private final Transactions transactions;
  private final Mentions mentions;
  private final Workspaces workspaces;
  private final MentionIndexes indexes;
  private final List<MentionFollower> followers;
  private List<WorkspaceLoop> loops = List.of();
  private volatile boolean running;
  private volatile long floodUntil = System.nanoTime();

  MentionFollowers(
      Transactions transactions,
      Mentions mentions,
      Workspaces workspaces,
      MentionIndexes indexes,
      List<MentionFollower> followers) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.workspaces = workspaces;
    this.indexes = indexes;
    this.followers = followers;
  }

  /// Says that something happened in a workspace.
  void wake(WorkspaceId workspace) {
    loops.forEach(loop -> loop.wake(workspace));
  }

  /// Says that `fresh` new words were kept at once. While they come by the thousand, the
  /// followers behind the index take a tenth of the time, so that words can be found at once; they
  /// catch up after.
  void wake(WorkspaceId workspace, int fresh) {
    if (fresh >= FLOOD) {
      floodUntil = System.nanoTime() + FLOOD_LASTS.toNanos();
    }
    wake(workspace);
  }

  @Override
  public void start() {
    var all = new java.util.ArrayList<WorkspaceLoop>();
    var indexing = new WorkspaceLoop("indexing", indexes::follow, indexes::rest);
    indexing.start(Thread.ofPlatform().daemon());
    all.add(indexing);
    for (MentionFollower follower : followers) {
      var loop =
          new WorkspaceLoop(
              "following-" + follower.name(), workspace -> lead(follower, workspace), () -> {});
      loop.start(Thread.ofVirtual());
      all.add(loop);
    }
    loops = List.copyOf(all);
    running = true;
    workspaces.all().forEach(this::wake);
  }

  @Override
  public void stop() {
    running = false;
    loops.forEach(WorkspaceLoop::close);
    indexes.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private boolean lead(MentionFollower follower, WorkspaceId workspace)
      throws InterruptedException {
    long begun = System.nanoTime();
    Scope scope = Scope.of(workspace);
    List<Mention> batch = transactions.in(scope, tx -> step(follower, scope, tx));
    if (!batch.isEmpty()) {
      follower.followed(scope, batch);
    }
    giveWay(System.nanoTime() - begun);
    return batch.size() == BATCH;
  }

  private void giveWay(long worked) throws InterruptedException {
    long flood = floodUntil - System.nanoTime();
    if (flood > 0) {
      Thread.sleep(Duration.ofNanos(Math.min(flood, GIVES_WAY * worked)));
    }
  }

  private List<Mention> step(MentionFollower follower, Scope scope, JdbcClient tx) {
    var batch = mentions.after(tx, scope, place(tx, scope, follower.name()), BATCH);
    if (!batch.isEmpty()) {
      follower.follow(scope, batch, tx);
      save(tx, scope, follower.name(), batch.getLast().seq());
      CrashPoint.reach("follower.written");
    }
    return batch;
  }

  private static long place(JdbcClient tx, Scope scope, String name) {
    return tx.sql("select seq from follower_cursor where workspace_id = ? and name = ?")
        .param(scope.workspace().value())
        .param(name)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private static void save(JdbcClient tx, Scope scope, String name, long seq) {
    tx.sql(
            """
            insert into follower_cursor (workspace_id, name, seq) values (?, ?, ?)
            on conflict (workspace_id, name) do update set seq = excluded.seq""")
        .param(scope.workspace().value())
        .param(name)
        .param(seq)
        .update();
  }
}
