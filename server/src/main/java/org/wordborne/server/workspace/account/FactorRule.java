package org.wordborne.server.workspace.account;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Which workspaces ask a second factor of all who work there.
@Component
class FactorRule {
  private final Transactions transactions;
  private final Memberships memberships;

  FactorRule(Transactions transactions, Memberships memberships) {
    this.transactions = transactions;
    this.memberships = memberships;
  }

  /// Whether a workspace does.
  boolean isOn(Scope scope) {
    return transactions.in(
        scope,
        jdbc -> jdbc.sql("select second_factor from workspace").query(Boolean.class).single());
  }

  /// Whether a workspace in which somebody works does.
  boolean isAskedOf(UUID account) {
    return memberships.of(account).stream().anyMatch(one -> isOn(Scope.of(one.workspace())));
  }

  /// Turns it on or off.
  void set(Scope scope, boolean on) {
    transactions.run(
        scope, jdbc -> jdbc.sql("update workspace set second_factor = ?").param(on).update());
  }
}
