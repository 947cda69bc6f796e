package org.wordborne.server.privacy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.PersonTraces;
import org.wordborne.server.spread.SeedExclusions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Leaves those in peace who asked not to be written to, by their names on networks: so also who
/// was let go and is heard again.
@Component
class ObjectedSeeds implements SeedExclusions {
  private final DoNotContact blocks;
  private final PersonTraces traces;
  private final Transactions transactions;

  ObjectedSeeds(DoNotContact blocks, PersonTraces traces, Transactions transactions) {
    this.blocks = blocks;
    this.traces = traces;
    this.transactions = transactions;
  }

  @Override
  public Map<UUID, String> without(Scope scope, Instant at) {
    var objected = new HashMap<UUID, String>();
    if (blocks.all(scope).isEmpty()) {
      return objected;
    }
    transactions.run(
        scope,
        tx -> {
          List<UUID> page = traces.allHandles(tx, null);
          while (!page.isEmpty()) {
            traces
                .people(tx, blocks.among(scope, page))
                .forEach(person -> objected.put(person, "objected"));
            page = traces.allHandles(tx, page.getLast());
          }
        });
    return objected;
  }
}
