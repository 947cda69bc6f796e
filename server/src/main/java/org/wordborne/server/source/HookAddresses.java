package org.wordborne.server.source;

import java.util.UUID;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerProperties;

/// Where others push to: the configured address of this server, never one that a request named.
@Component
class HookAddresses {
  private static final int USUAL_PORT = 8080;

  private final ServerProperties properties;
  private volatile int port = USUAL_PORT;

  HookAddresses(ServerProperties properties) {
    this.properties = properties;
  }

  /// A command that opens the folder for itself has a port of its own for that moment only.
  @EventListener
  void serverStarted(WebServerInitializedEvent started) {
    if (properties.listening()) {
      port = started.getWebServer().getPort();
    }
  }

  String of(UUID source) {
    String base = properties.publicUrl();
    if (base == null) {
      base = "http://127.0.0.1:" + port;
    }
    return base.replaceAll("/+$", "") + "/hooks/" + source;
  }
}
