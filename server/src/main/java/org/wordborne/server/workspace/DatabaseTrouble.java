package org.wordborne.server.workspace;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot work now from a fault of ours.
public final class DatabaseTrouble {
  private DatabaseTrouble() {}

  /// Whether `fault` comes of a database that was not there, was stopped, or ran out of something.
  public static boolean caused(Throwable fault) {
    return Stream.<@Nullable Throwable>iterate(
            fault, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .anyMatch(DatabaseTrouble::is);
  }

  /* Classes of states: no connection, out of resources, stopped by its operator. */
  private static boolean is(@Nullable Throwable cause) {
    if (cause instanceof SQLTransientConnectionException) {
      return true;
    }
    if (!(cause instanceof SQLException refused) || refused.getSQLState() == null) {
      return false;
    }
    String state = refused.getSQLState();
    return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
  }
}
