package org.wordborne.server.workspace.act;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Reads the books of all workspaces to the end and says whether they hold.
@Component
public class AuditCheck {
  private final ActBook book;
  private final Workspaces workspaces;

  AuditCheck(ActBook book, Workspaces workspaces) {
    this.book = book;
    this.workspaces = workspaces;
  }

  /// What came out for one workspace.
  ///
  /// @param lines how many its book has
  /// @param broken the first place that does not hold, if there is any
  public record Checked(WorkspaceId workspace, long lines, Optional<ActBook.Broken> broken) {}

  /// Checks every workspace, one after the other.
  public List<Checked> all() {
    return workspaces.all().stream().map(this::of).toList();
  }

  /// Checks one.
  public Checked of(WorkspaceId workspace) {
    Scope scope = Scope.of(workspace);
    return new Checked(workspace, book.lines(scope), book.firstBroken(scope));
  }
}
