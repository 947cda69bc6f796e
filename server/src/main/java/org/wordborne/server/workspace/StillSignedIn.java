package org.wordborne.server.workspace;

/// Asks again whether what a request showed is still good; an argument of controllers, for answers
/// that go on after the request was judged.
@FunctionalInterface
public interface StillSignedIn {
  /// False from the moment of a sign-out, the end of a session, or a token's end.
  boolean holds();
}
