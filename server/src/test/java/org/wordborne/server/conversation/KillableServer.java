package org.wordborne.server.conversation;

import java.nio.file.Path;
import java.util.List;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// A server in a process of its own, so that it can end as a power cut would end it.
final class KillableServer {
  private KillableServer() {}

  /// Starts on a folder; prints address and token.
  public static void main(String[] args) throws Exception {
    var options = ServerOptions.at(Path.of(args[0])).withPort(0).withAllowPrivate(List.of(args[1]));
    try (var server = ServerProcess.start(options)) {
      System.out.println("ready " + server.url() + " " + server.token());
      server.await();
    }
  }
}
