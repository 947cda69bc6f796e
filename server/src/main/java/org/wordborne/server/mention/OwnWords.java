package org.wordborne.server.mention;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// What we said ourselves, so that it is known for ours when it is heard again.
@Component
public class OwnWords {
  private final Transactions transactions;

  OwnWords(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Remembers that the post `nativeId` is ours.
  public void said(Scope scope, Origin origin, String nativeId) {
    UUID key = Digests.key(origin.channel(), origin.place(), nativeId);
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into own_word (workspace_id, key) values (?, ?)
                    on conflict do nothing""")
                .param(scope.workspace().value())
                .param(key)
                .update());
  }

  /// Those of `keys` that are ours.
  static Set<UUID> among(JdbcClient tx, Collection<UUID> keys) {
    return new HashSet<>(
        tx.sql("select key from own_word where key = any(?)")
            .param(keys.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
