package org.wordborne.server.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.OwnAccounts;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Tells mentions what sources are called, and which accounts of theirs are our own.
@Component
class SourcesInWords implements SourceNames, OwnAccounts {
  private final Sources sources;
  private final Transactions transactions;

  SourcesInWords(Sources sources, Transactions transactions) {
    this.sources = sources;
    this.transactions = transactions;
  }

  @Override
  public Map<UUID, String> names(Scope scope) {
    return transactions.in(
        scope,
        tx -> {
          var names = new HashMap<UUID, String>();
          tx.sql("select id, name from source")
              .query(
                  row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                  });
          return names;
        });
  }

  /// The accounts with which we answer.
  @Override
  public Set<String> accounts(Scope scope) {
    var accounts = new LinkedHashSet<String>();
    for (Source source : sources.all(scope)) {
      String user = source.settings().value("username");
      if (!user.isEmpty() && !source.kind().equals("feed")) {
        accounts.add(user);
      }
    }
    return accounts;
  }
}
