package org.wordborne.server.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who works in a workspace.
@Component
public class Members {
  private final Transactions transactions;

  Members(Transactions transactions) {
    this.transactions = transactions;
  }

  /// All members, by name.
  public List<Member> all(Scope scope) {
    throw new UnsupportedOperationException(scope + "" + transactions);
  }

  /// The member with that id, if there is one in this workspace.
  public Optional<Member> find(Scope scope, UUID id) {
    return all(scope).stream().filter(member -> member.id().equals(id)).findFirst();
  }
}
