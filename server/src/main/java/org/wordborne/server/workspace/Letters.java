package org.wordborne.server.workspace;

/// Mail to those who work here, as the ground asks for it: about accounts, not about words. The
/// mailroom carries it.
public interface Letters {
  /// Whether somebody said how mail of this workspace leaves.
  boolean ready(Scope scope);

  /// Writes a letter down to be carried; joins an open transaction of the scope.
  ///
  /// @param key the same for the same news, so that it goes out once
  /// @param to one address
  void send(Scope scope, String key, String to, String subject, String text);
}
