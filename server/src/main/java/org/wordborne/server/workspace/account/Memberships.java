package org.wordborne.server.workspace.account;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.WorkspaceRegistry;
import org.wordborne.server.workspace.access.Role;

/// In which workspaces a person works: the one thing that is read across walls.
@Component
public class Memberships {
  private final Transactions transactions;
  private final WorkspaceRegistry registry;

  Memberships(Transactions transactions, WorkspaceRegistry registry) {
    this.transactions = transactions;
    this.registry = registry;
  }

  /// Where somebody works.
  public record Membership(WorkspaceId workspace, Role role) {}

  /// The active memberships of an account in workspaces that live, oldest workspace first.
  public List<Membership> of(UUID account) {
    List<WorkspaceId> living = registry.living();
    return transactions
        .acrossFor(
            account,
            jdbc ->
                jdbc.sql(
                        "select workspace_id, role from member"
                            + " where account_id = ? and state = 'active'")
                    .param(account)
                    .query(
                        (row, _) ->
                            new Membership(
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                Role.of(row.getString("role")).orElseThrow()))
                    .list())
        .stream()
        .filter(one -> living.contains(one.workspace()))
        .sorted(Comparator.comparingInt(one -> living.indexOf(one.workspace())))
        .toList();
  }
}
