package org.wordborne.server.operate;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.AfterRestore;

/// At the first start on a restored backup: asks all who have something to do, before the server
/// listens or answers.
@Component
class RestoredStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RestoredStart.class);
  private final JdbcClient jdbc;
  private final ObjectProvider<AfterRestore> deeds;
  private volatile boolean running;

  RestoredStart(JdbcClient jdbc, ObjectProvider<AfterRestore> deeds) {
    this.jdbc = jdbc;
    this.deeds = deeds;
  }

  @Override
  public void start() {
    running = true;
    jdbc.sql("select value from server_setting where name = ?")
        .param(AfterRestore.SETTING)
        .query(String.class)
        .optional()
        .map(Instant::parse)
        .ifPresent(this::settle);
  }

  private void settle(Instant madeAt) {
    LOG.info("first start on a backup of {}", madeAt);
    deeds.orderedStream().forEach(deed -> deed.restored(madeAt));
    jdbc.sql("delete from server_setting where name = ?").param(AfterRestore.SETTING).update();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before the web server and everything that listens.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
