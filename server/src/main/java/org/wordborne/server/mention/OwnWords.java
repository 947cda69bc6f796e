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
  private final MentionCounter counter;
  private final MentionFollowers followers;

  OwnWords(Transactions transactions, MentionCounter counter, MentionFollowers followers) {
    this.transactions = transactions;
    this.counter = counter;
    this.followers = followers;
  }

  /// Remembers that the post `nativeId` is ours, also where it was heard before its channel told
  /// us that it took it.
  public void said(Scope scope, Origin origin, String nativeId) {
    UUID key = Digests.key(origin.channel(), origin.place(), nativeId);
    transactions.run(
        scope,
        tx -> {
          // Under the counter's lock: whoever writes the word either sees this or was seen here.
          long seq = counter.lock(tx, scope) + 1;
          remember(tx, scope, key);
          if (claim(tx, key, seq)) {
            counter.advance(tx, scope, seq);
            Backfills.renumbered(tx, seq);
          }
        });
    followers.wake(scope.workspace());
  }

  private static void remember(JdbcClient tx, Scope scope, UUID key) {
    tx.sql("insert into own_word (workspace_id, key) values (?, ?) on conflict do nothing")
        .param(scope.workspace().value())
        .param(key)
        .update();
  }

  private static boolean claim(JdbcClient tx, UUID key, long seq) {
    return tx.sql(
                """
                update mention m set own = true, seq = ? from mention_identity i
                where i.key = ? and m.id = i.mention_id and m.heard_at = i.heard_at
                  and not m.own and m.deleted_at is null""")
            .param(seq)
            .param(key)
            .update()
        > 0;
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
