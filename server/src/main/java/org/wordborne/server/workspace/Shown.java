package org.wordborne.server.workspace;

import java.util.UUID;

/// What somebody showed to be let in. A name tells nothing of it: tokens are named by whoever makes
/// them.
public sealed interface Shown {
  /// A browser's session.
  record Session() implements Shown {}

  /// A program's token.
  ///
  /// @param id the token's
  record Token(UUID id) implements Shown {}

  /// The token of the running process, which commands on this machine read.
  record Machine() implements Shown {}
}
