package org.wordborne.server.workspace;

import org.springframework.stereotype.Component;

/// Where a page of a workspace is reached, for mails and webhooks.
@Component
public class PageAddress {
  private final ServerAddress server;
  private final Workspaces workspaces;

  PageAddress(ServerAddress server, Workspaces workspaces) {
    this.server = server;
    this.workspaces = workspaces;
  }

  /// The whole address of a page's path, which begins with a slash.
  public String absolute(Scope scope, String path) {
    return server.absolute(workspaces.pagePrefix(scope.workspace()) + path);
  }
}
