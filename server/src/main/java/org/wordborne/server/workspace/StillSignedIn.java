package org.wordborne.server.workspace;

import java.util.Optional;

/// Asks again who sent a request; an argument of controllers, for answers that go on after the
/// request was judged.
@FunctionalInterface
public interface StillSignedIn {
  /// Who they are now, with what they may do by now; empty from the moment of a sign-out, the end
  /// of a session, or a token's end.
  Optional<SignedIn> now();
}
