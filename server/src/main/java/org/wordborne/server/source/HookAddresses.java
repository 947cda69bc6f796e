package org.wordborne.server.source;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerAddress;

/// Where others push to: the configured address of this server, never one that a request named.
@Component
class HookAddresses {
  private final ServerAddress address;

  HookAddresses(ServerAddress address) {
    this.address = address;
  }

  String of(UUID source) {
    return address.absolute("/hooks/" + source);
  }
}
