package org.wordborne.server.publicpage;

import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerAddress;

/// Whole addresses of public pages, for mails and codes: under `--public-url`, else the loopback
/// address; never under a host that a request named.
@Component
public class PublicAddress {
  private final ServerAddress server;

  PublicAddress(ServerAddress server) {
    this.server = server;
  }

  /// The whole address of a path, which begins with a slash.
  public String absolute(String path) {
    return server.absolute(path);
  }
}
