package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// The token of the running process itself, for commands on this machine: it is in `server.json`
/// and in no database, so it ends with the process.
@Component
public class ProcessToken {
  /// As whom it acts.
  static final String NAME = "this machine";

  private final Credential credential;

  ProcessToken(Workspaces workspaces, SecureRandom chance) {
    WorkspaceId workspace = workspaces.first();
    this.credential = Credential.make(workspace, chance);
  }

  /// What a command sends as its bearer token.
  public String text() {
    return credential.text();
  }

  boolean is(Credential sent) {
    return java.security.MessageDigest.isEqual(sent.hash(), credential.hash());
  }
}
