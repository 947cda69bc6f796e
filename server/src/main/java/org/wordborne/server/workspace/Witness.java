package org.wordborne.server.workspace;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Sees every transaction begin; what somebody did in it is written down at its end, in it.
public interface Witness {
  /// Under which name tables note the changes of a transaction of `scope` that begins now on this
  /// thread; empty for those that nobody asked for, which are not noted.
  String marker(Scope scope);

  /// The transaction has begun and is confined to `scope`.
  void watch(Scope scope, JdbcClient tx);

  /// The transaction has begun and belongs to no workspace: accounts, sessions.
  void watchOutside(JdbcClient tx);
}
