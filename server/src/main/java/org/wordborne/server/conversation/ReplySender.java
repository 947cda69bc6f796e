package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Sends what is due, each reply at most once, and looks up those whose fate is unknown.
///
/// A reply is claimed in a transaction of its own before anything leaves, and its outcome is
/// written in another. Whatever ends between the two leaves a claimed reply, which is looked up at
/// the next start and never sent again by itself.
@Component
final class ReplySender implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);
  private static final Duration BREATH = Duration.ofMillis(100);
  private static final int AT_ONCE = 16;

  private final Transactions transactions;
  private final Workspaces workspaces;
  private final Mentions mentions;
  private final ReplyBook book;
  private final ReplyCarrier carrier;
  private final AnsweredWords answered;
  private final LiveEvents live;
  private final Conditions conditions;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private @Nullable ExecutorService senders;
  private volatile boolean running;

  ReplySender(
      Transactions transactions,
      Workspaces workspaces,
      Mentions mentions,
      ReplyBook book,
      ReplyCarrier carrier,
      AnsweredWords answered,
      LiveEvents live,
      Conditions conditions,
      InstantSource clock) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.mentions = mentions;
    this.book = book;
    this.carrier = carrier;
    this.answered = answered;
    this.live = live;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    senders = threads;
    for (var workspace : workspaces.all()) {
      recover(Scope.of(workspace));
    }
    threads.execute(() -> rounds(threads));
  }

  /// Looks at what was being sent when the program last ended.
  void recover(Scope scope) {
    int found = transactions.in(scope, tx -> book.orphaned(clock.instant(), tx));
    if (found > 0) {
      LOG.info("{} replies of unknown fate are looked up", found);
    }
  }

  private void rounds(ExecutorService threads) {
    while (running) {
      try {
        for (var workspace : workspaces.all()) {
          round(workspace, threads);
        }
        Thread.sleep(BREATH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("Replies wait: {}", e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BREATH.multipliedBy(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(WorkspaceId workspace, ExecutorService threads) {
    var scope = Scope.of(workspace);
    while (running && room.tryAcquire()) {
      var task = next(scope);
      if (task.isEmpty()) {
        room.release();
        return;
      }
      threads.execute(
          () -> {
            try {
              task.get().run();
            } catch (RuntimeException e) {
              LOG.warn("A reply stays open: {}", e.toString(), e);
            } finally {
              room.release();
            }
          });
    }
  }

  /// Takes the next thing to do, if any is due.
  Optional<Runnable> next(Scope scope) {
    Optional<ReplyRecord> due =
        conditions.sends() ? claim(scope, tx -> book.claim(clock.instant(), tx)) : Optional.empty();
    if (due.isPresent()) {
      CrashPoint.reach("reply.claimed");
      return Optional.of(() -> send(scope, due.get()));
    }
    return claim(scope, tx -> book.claimLook(clock.instant(), tx))
        .map(reply -> () -> look(scope, reply));
  }

  private Optional<ReplyRecord> claim(
      Scope scope, Function<JdbcClient, Optional<ReplyRecord>> taking) {
    return transactions.in(scope, taking);
  }

  /// Sends a claimed reply and notes what came of it.
  void send(Scope scope, ReplyRecord reply) {
    publish(scope, reply.conversation());
    var outcome =
        asked(() -> carrier.send(scope, mentions.get(scope, reply.mention()), reply.forChannel()));
    CrashPoint.reach("reply.carried");
    settle(scope, reply, outcome, false);
    CrashPoint.reach("reply.settled");
  }

  /// Asks the channel about a reply of unknown fate and notes the answer.
  void look(Scope scope, ReplyRecord reply) {
    var outcome =
        asked(
            () -> carrier.lookUp(scope, mentions.get(scope, reply.mention()), reply.forChannel()));
    CrashPoint.reach("reply.looked-up");
    settle(scope, reply, outcome, true);
  }

  /// Notes that somebody who looked found it.
  void found(Scope scope, ReplyRecord reply, Outcome.Sent sent) {
    settle(scope, reply, sent, true);
  }

  /* Whatever a channel throws, nobody knows how far it came. */
  private static Outcome asked(java.util.function.Supplier<Outcome> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      LOG.warn("A channel failed on a reply: {}", e.toString(), e);
      return new Outcome.Unknown("The channel failed in the middle: " + e.getMessage());
    }
  }

  private void settle(Scope scope, ReplyRecord reply, Outcome outcome, boolean looked) {
    transactions.run(
        scope,
        tx -> {
          var now = clock.instant();
          boolean first = book.settle(reply, outcome, looked, now, tx);
          if (first) {
            answered.note(scope, reply, now, tx);
          }
        });
    publish(scope, reply.conversation());
  }

  private void publish(Scope scope, UUID conversation) {
    live.publish(
        scope.workspace(),
        "conversations",
        new LiveEvents.Changed(Set.of(conversation.toString())));
  }

  @Override
  public void stop() {
    running = false;
    var threads = senders;
    if (threads == null) {
      return;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(25, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
