package org.wordborne.server.workspace;

import java.util.List;
import org.springframework.stereotype.Component;

/// The workspaces of this server, and the brand each is about. There is one so far.
@Component
public class Workspaces {
  private final Transactions transactions;
  private final ServerSettings settings;
  private final Ids ids;

  Workspaces(Transactions transactions, ServerSettings settings, Ids ids) {
    this.transactions = transactions;
    this.settings = settings;
    this.ids = ids;
  }

  /// The workspace that is meant where none is named; made at the first call ever.
  public WorkspaceId current() {
    return settings
        .read("default-workspace")
        .map(WorkspaceId::parse)
        .orElseGet(() -> create("Workspace"));
  }

  /// Every workspace there is, for work that goes through all of them.
  public List<WorkspaceId> all() {
    return List.of(current());
  }

  /// Makes a further workspace; tests use it to be alone.
  public WorkspaceId create(String name) {
    throw new UnsupportedOperationException(name + ids + transactions);
  }

  /// The workspace's own name, which is not the brand's.
  public String name(Scope scope) {
    throw new UnsupportedOperationException(scope.toString());
  }

  /// The brand as it was set up, or an empty one.
  public Brand brand(Scope scope) {
    throw new UnsupportedOperationException(scope.toString());
  }

  /// Names the workspace and its brand.
  public void rename(Scope scope, String name, Brand brand) {
    throw new UnsupportedOperationException(name + brand + scope);
  }
}
