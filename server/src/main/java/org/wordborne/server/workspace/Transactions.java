package org.wordborne.server.workspace;

import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the rows of a workspace: a transaction that the database itself confines.
///
/// The workspace is set for the length of the transaction (`set_config(…, true)`), and every
/// workspace table shows and takes only rows of the workspace that is set. Outside of a
/// transaction made here none is set, and those tables are empty: it fails closed.
///
/// A call inside another joins its transaction; it must then name the same workspace.
///
/// What somebody does on this thread is noted by the tables and written down at the end of the
/// outermost transaction, before its commit: see [Witness].
@Component
public class Transactions {
  private static final String KEY = Transactions.class.getName() + ".workspace";
  private final TransactionTemplate template;
  private final JdbcClient jdbc;
  private final Witness witness;

  /// Works on the app role's connections.
  public Transactions(PlatformTransactionManager manager, JdbcClient jdbc, Witness witness) {
    this.template = new TransactionTemplate(manager);
    this.jdbc = jdbc;
    this.witness = witness;
  }

  /// Does `work` in a transaction of `scope` and returns what it returned.
  ///
  /// @throws IllegalStateException if it is called inside a transaction of another workspace
  public <T> T in(Scope scope, Function<JdbcClient, T> work) {
    Object open = TransactionSynchronizationManager.getResource(KEY);
    if (open != null) {
      return joined(open, scope, work);
    }
    TransactionSynchronizationManager.bindResource(KEY, scope.workspace());
    try {
      // The callback may return null exactly where T allows it.
      return template.execute(
          _ -> {
            confine(scope);
            return work.apply(jdbc);
          });
    } finally {
      TransactionSynchronizationManager.unbindResource(KEY);
    }
  }

  /// As [#in], for work that returns nothing.
  public void run(Scope scope, Consumer<JdbcClient> work) {
    this.<Boolean>in(
        scope,
        client -> {
          work.accept(client);
          return true;
        });
  }

  private <T> T joined(Object open, Scope scope, Function<JdbcClient, T> work) {
    if (!open.equals(scope.workspace())) {
      throw new IllegalStateException(
          "A transaction of workspace " + open + " is open; " + scope.workspace() + " was asked");
    }
    return work.apply(jdbc);
  }

  private void confine(Scope scope) {
    String marker = witness.marker(scope);
    if (marker.isEmpty()) {
      jdbc.sql("select set_config('wordborne.workspace', ?, true)")
          .param(scope.workspace().toString())
          .query(String.class)
          .single();
      return;
    }
    jdbc.sql(
            """
            select set_config('wordborne.workspace', ?, true), set_config('wordborne.act', ?, true)
            """)
        .params(scope.workspace().toString(), marker)
        .query((_, _) -> 0)
        .single();
    witness.watch(scope, jdbc);
  }
}
