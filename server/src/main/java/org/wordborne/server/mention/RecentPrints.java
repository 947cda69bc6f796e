package org.wordborne.server.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.text.Fingerprint;

/// The fingerprints of the newest words of each workspace, in memory: finds who says nearly the
/// same.
///
/// 65,536 words take 2 MB a workspace, and comparing one with all of them takes 0.1 ms. Copies
/// come close together in time, so that older words are not looked at.
@Component
class RecentPrints {
  private static final int SIZE = 65_536;

  private final Transactions transactions;
  private final Map<WorkspaceId, Ring> rings = new ConcurrentHashMap<>();

  RecentPrints(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Adds mentions, or replaces them where they are known.
  void add(WorkspaceId workspace, List<Mention> batch) {
    Ring ring = ring(workspace);
    for (Mention mention : batch) {
      ring.put(mention.id(), mention.fingerprint());
    }
  }

  /// How many others say nearly the same as a mention.
  int count(WorkspaceId workspace, Mention mention) {
    return ring(workspace).near(mention.id(), mention.fingerprint(), SIZE).size();
  }

  /// The ids of others that say nearly the same, newest first, at most `limit`.
  List<UUID> alike(WorkspaceId workspace, Mention mention, int limit) {
    return ring(workspace).near(mention.id(), mention.fingerprint(), limit);
  }

  private Ring ring(WorkspaceId workspace) {
    return rings.computeIfAbsent(workspace, this::load);
  }

  private Ring load(WorkspaceId workspace) {
    var ring = new Ring();
    transactions.run(
        Scope.of(workspace),
        tx ->
            tx.sql(
                    """
                    select id, fingerprint from (
                      select id, fingerprint, seq from mention where workspace_id = ?
                      order by seq desc limit ?) newest
                    order by seq""")
                .param(workspace.value())
                .param(SIZE)
                .query(
                    row -> {
                      ring.put(row.getObject("id", UUID.class), row.getLong("fingerprint"));
                    }));
    return ring;
  }

  /// The newest prints; the oldest gives way.
  private static final class Ring {
    private final Map<UUID, Integer> slots = new HashMap<>();
    private UUID[] ids = new UUID[1_024];
    private long[] prints = new long[1_024];
    private int next;

    synchronized void put(UUID id, long print) {
      Integer slot = slots.get(id);
      if (slot != null) {
        prints[slot] = print;
        return;
      }
      if (next == ids.length && next < SIZE) {
        ids = Arrays.copyOf(ids, ids.length * 2);
        prints = Arrays.copyOf(prints, prints.length * 2);
      }
      int at = next % SIZE;
      if (next >= SIZE) {
        slots.remove(ids[at]);
      }
      ids[at] = id;
      prints[at] = print;
      slots.put(id, at);
      next = next + 1 == 2 * SIZE ? SIZE : next + 1;
    }

    synchronized List<UUID> near(UUID self, long print, int limit) {
      var near = new ArrayList<UUID>();
      if (print == 0) {
        return near;
      }
      int size = Math.min(next, SIZE);
      for (int back = 1; back <= size && near.size() < limit; back++) {
        int at = Math.floorMod(next - back, SIZE);
        if (prints[at] != 0
            && Fingerprint.distance(prints[at], print) <= Fingerprint.NEAR
            && !self.equals(ids[at])) {
          near.add(ids[at]);
        }
      }
      return near;
    }
  }
}
