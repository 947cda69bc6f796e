package org.wordborne.server.workspace;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wordborne.server.workspace.trace.Traces;

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
  private final WorkspaceRegistry registry;
  private final Witness witness;
  private final Traces traces;

  /// Works on the app role's connections.
  public Transactions(
      PlatformTransactionManager manager,
      JdbcClient jdbc,
      WorkspaceRegistry registry,
      Witness witness,
      Traces traces) {
    this.template = new TransactionTemplate(manager);
    this.jdbc = jdbc;
    this.registry = registry;
    this.witness = witness;
    this.traces = traces;
  }

  /// Does `work` in a transaction of `scope` and returns what it returned.
  ///
  /// @throws IllegalStateException if it is called inside a transaction of another workspace
  /// @throws NotFoundException if the workspace has ended
  public <T> T in(Scope scope, Function<JdbcClient, T> work) {
    Object open = TransactionSynchronizationManager.getResource(KEY);
    if (open != null) {
      return joined(open, scope, work);
    }
    if (registry.hasEnded(scope.workspace())) {
      throw new NotFoundException("This workspace has ended.");
    }
    TransactionSynchronizationManager.bindResource(KEY, scope.workspace());
    try (Traces.Span _ = traces.open(Traces.Kind.CLIENT, "transaction")) {
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

  /// Does `work` on what belongs to no workspace: accounts and their sessions. Rows of workspaces
  /// are not seen, unless it is called inside a transaction of one, which it joins.
  public <T> T outside(Function<JdbcClient, T> work) {
    boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
    try (Traces.Span _ = traces.open(Traces.Kind.CLIENT, "transaction outside")) {
      return template.execute(
          _ -> {
            if (outermost) {
              witness.watchOutside(jdbc);
            }
            return work.apply(jdbc);
          });
    }
  }

  /// Does `work` where one sees, of all workspaces, the memberships of `account`, and nothing else.
  ///
  /// @throws IllegalStateException if it is called inside a transaction of a workspace
  public <T> T acrossFor(UUID account, Function<JdbcClient, T> work) {
    Object open = TransactionSynchronizationManager.getResource(KEY);
    if (open != null) {
      throw new IllegalStateException("A transaction of workspace " + open + " is open");
    }
    TransactionSynchronizationManager.bindResource(KEY, account);
    try {
      return template.execute(
          _ -> {
            set("wordborne.account", account.toString());
            return work.apply(jdbc);
          });
    } finally {
      TransactionSynchronizationManager.unbindResource(KEY);
    }
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
      set("wordborne.workspace", scope.workspace().toString());
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

  private void set(String name, String value) {
    jdbc.sql("select set_config(?, ?, true)").params(name, value).query(String.class).single();
  }
}
