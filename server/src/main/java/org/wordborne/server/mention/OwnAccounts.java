package org.wordborne.server.mention;

import java.util.Set;
import org.wordborne.server.workspace.Scope;

/// Names of accounts that speak for us; each module that knows some tells them.
public interface OwnAccounts {
  /// Names or ids of accounts, as their channels show them.
  Set<String> accounts(Scope scope);
}
