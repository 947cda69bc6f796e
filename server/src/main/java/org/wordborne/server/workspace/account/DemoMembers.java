package org.wordborne.server.workspace.account;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// The three people of the demonstration, there from its first start; Ines is the one signed in.
@Component
class DemoMembers implements InitializingBean {
  private final ServerProperties properties;
  private final Workspaces workspaces;
  private final Accounts accounts;

  DemoMembers(ServerProperties properties, Workspaces workspaces, Accounts accounts) {
    this.properties = properties;
    this.workspaces = workspaces;
    this.accounts = accounts;
  }

  @Override
  public void afterPropertiesSet() {
    if (!properties.demo() || accounts.hasOwner()) {
      return;
    }
    WorkspaceId workspace = workspaces.first();
    accounts.addWithoutPassword(workspace, "ines@lantern.example", "Ines Okafor");
    accounts.addWithoutPassword(workspace, "tomasz@lantern.example", "Tomasz Lis");
    accounts.addWithoutPassword(workspace, "ruth@lantern.example", "Ruth Amsel");
  }
}
