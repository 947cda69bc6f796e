package org.wordborne.server.workspace.condition;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.Databases;

/// Asks the database every second whether it is there, by a connection of its own, so that load
/// is not taken for an outage. A second try on a fresh connection decides.
@Component
class DatabaseWatch extends Clockwork {
  private static final Duration REST = Duration.ofSeconds(1);
  private static final String PATIENCE = "3";
  private final Conditions conditions;
  private final Databases databases;
  private final InstantSource clock;
  private @Nullable Connection line;

  DatabaseWatch(Conditions conditions, Databases databases, InstantSource clock) {
    super(new Rounds("database watch", REST, REST), true, REST);
    this.conditions = conditions;
    this.databases = databases;
    this.clock = clock;
  }

  @Override
  protected void round() {
    look();
  }

  private synchronized void look() {
    boolean there = answers();
    if (!there) {
      there = answers(); // by a fresh connection
    }
    if (isRunning()) {
      conditions.set(Kind.DATABASE, !there, clock.instant());
    }
  }

  private boolean answers() {
    try {
      Connection known = line == null ? open() : line;
      line = known;
      try (var statement = known.createStatement()) {
        return statement.execute("select 1");
      }
    } catch (SQLException gone) {
      close();
      return false;
    }
  }

  private Connection open() throws SQLException {
    DatabaseLogins logins = databases.logins();
    var properties = new Properties();
    properties.setProperty("user", logins.app().user());
    properties.setProperty("password", logins.app().password());
    properties.setProperty("ApplicationName", "wordborne watch");
    properties.setProperty("connectTimeout", PATIENCE);
    properties.setProperty("loginTimeout", PATIENCE);
    properties.setProperty("socketTimeout", PATIENCE);
    return DriverManager.getConnection(logins.url(), properties);
  }

  private void close() {
    Connection known = line;
    line = null;
    if (known != null) {
      try {
        known.abort(Runnable::run);
      } catch (SQLException goneAlready) {
        // That is what was wanted.
      }
    }
  }

  @Override
  protected void after() {
    close();
  }
}
