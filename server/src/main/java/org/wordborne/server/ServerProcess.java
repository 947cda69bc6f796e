package org.wordborne.server;

/// Starts a server in this JVM: `serve`, `demo`, commands on a resting folder, and tests.
public final class ServerProcess {
  private ServerProcess() {}

  /// Starts and returns when the server is ready.
  ///
  /// @throws StartException if it cannot, with one line that says why
  public static RunningServer start(ServerOptions options) {
    throw new UnsupportedOperationException(options.toString());
  }
}
