package org.wordborne.server.workspace;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where people and programs reach this server: the configured address, or the loopback one; never
/// one that a request named.
@Component
public class ServerAddress {
  private static final int USUAL_PORT = 8080;

  private final ServerProperties properties;
  private volatile int port = USUAL_PORT;

  ServerAddress(ServerProperties properties) {
    this.properties = properties;
  }

  /// A command that opens the folder for itself has a port of its own for that moment only.
  @EventListener
  void serverStarted(WebServerInitializedEvent started) {
    if (properties.listening()) {
      port = started.getWebServer().getPort();
    }
  }

  /// Whether nobody said under which address people reach this server.
  public boolean isLoopback() {
    return properties.publicUrl() == null;
  }

  /// The whole address of a path, which begins with a slash.
  public String absolute(String path) {
    String base = properties.publicUrl();
    if (base == null) {
      base = "http://127.0.0.1:" + port;
    }
    return base.replaceAll("/+$", "") + path;
  }
}
