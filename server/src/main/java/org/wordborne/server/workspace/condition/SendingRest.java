package org.wordborne.server.workspace.condition;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerSettings;
import org.wordborne.server.workspace.Transactions;

/// After a restore nothing is sent: what was due meanwhile may have left from the server that the
/// backup came from. It rests, over restarts too, until a person has looked and says so.
@Component
public class SendingRest implements SmartLifecycle {
  /// The setting of the server under which a restore notes its time.
  public static final String SETTING = "sending-rests-since";

  private final Conditions conditions;
  private final ServerSettings settings;
  private final Transactions transactions;
  private final InstantSource clock;
  private volatile boolean running;

  SendingRest(
      Conditions conditions,
      ServerSettings settings,
      Transactions transactions,
      InstantSource clock) {
    this.conditions = conditions;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /* Before whoever sends begins. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    running = true;
    settings
        .read(SETTING)
        .ifPresent(since -> conditions.set(Kind.SENDING, true, Instant.parse(since)));
  }

  /// Lets what is due leave from now on; an act of the person behind `scope`.
  public void resume(Scope scope) {
    transactions.run(
        scope, tx -> tx.sql("delete from server_setting where name = ?").param(SETTING).update());
    conditions.set(Kind.SENDING, false, clock.instant());
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
