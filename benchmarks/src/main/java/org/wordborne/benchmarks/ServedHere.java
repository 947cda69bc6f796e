package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// A server in this JVM, whose parts can be reached beside HTTP.
final class ServedHere extends Served {
  private final RunningServer server;

  private ServedHere(Path folder, RunningServer server) {
    super(folder, server.url(), server.token());
    this.server = server;
  }

  static ServedHere open() throws IOException {
    Path folder = Files.createTempDirectory("wordborne-bench");
    return new ServedHere(folder, ServerProcess.start(ServerOptions.at(folder).withPort(0)));
  }

  /// A part of the server.
  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  @Override
  void stop() {
    server.close();
  }
}
