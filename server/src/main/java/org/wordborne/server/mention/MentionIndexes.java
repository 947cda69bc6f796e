package org.wordborne.server.mention;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.index.AskedNames;
import org.wordborne.server.mention.index.IndexDamagedException;
import org.wordborne.server.mention.index.IndexedMention;
import org.wordborne.server.mention.index.MentionIndex;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;

/// The search index of each workspace, which follows the database and can always be built anew.
///
/// One thread writes ([#follow], [#rest]); any number search.
@Component
class MentionIndexes {
  private static final Logger LOG = LoggerFactory.getLogger(MentionIndexes.class);
  private static final int BATCH = 2_000;

  /// While there is more at once: each refresh makes a small segment that must be merged, so that
  /// refreshing every second took a sixth of the index's time in an import.
  private static final Duration REFRESH = Duration.ofSeconds(3);

  private static final Duration COMMIT = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofSeconds(3);

  private final Transactions transactions;
  private final Mentions mentions;
  private final IndexedForms forms;
  private final OwnNames ownNames;
  private final LiveEvents events;
  private final RecentPrints prints;
  private final Path root;
  private final Map<WorkspaceId, OpenIndex> open = new ConcurrentHashMap<>();

  MentionIndexes(
      Transactions transactions,
      Mentions mentions,
      IndexedForms forms,
      OwnNames ownNames,
      LiveEvents events,
      RecentPrints prints,
      ServerProperties properties) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.forms = forms;
    this.ownNames = ownNames;
    this.events = events;
    this.prints = prints;
    this.root = properties.data().index();
  }

  /// An index and how far it is written.
  private static final class OpenIndex {
    private final MentionIndex index;
    private long refreshed = System.nanoTime();
    private long committed = System.nanoTime();
    private boolean uncommitted;
    private long count;
    private Instant lastHeardAt = Instant.EPOCH;
    private volatile @Nullable Throwable damage;

    OpenIndex(MentionIndex index) {
      this.index = index;
    }
  }

  /// The index to search in.
  MentionIndex of(WorkspaceId workspace) {
    return openIndex(workspace).index;
  }

  /// How many numbers the index is behind; 0 where every search sees all.
  long behind(Scope scope) {
    return Math.max(0, mentions.newestSeq(scope) - visible(scope));
  }

  /// The highest number that searches see.
  long visible(Scope scope) {
    return of(scope.workspace()).visibleSeq();
  }

  /// Takes the next mentions into the index; returns whether there are more. An index that turns
  /// out to be damaged is built anew from the database.
  boolean follow(WorkspaceId workspace) throws IOException {
    OpenIndex entry = openIndex(workspace);
    Throwable damage = entry.damage;
    if (damage == null) {
      try {
        return follow(workspace, entry);
      } catch (IOException | AlreadyClosedException e) {
        damage = damage(e);
        if (damage == null) {
          throw e;
        }
      }
    }
    rebuild(workspace, entry, damage);
    return true;
  }

  /// Says that a search found the index damaged.
  ///
  /// @return whether that is so
  boolean isDamaged(WorkspaceId workspace, Exception fault) {
    OpenIndex entry = open.get(workspace);
    if (entry == null || damage(fault) == null) {
      return false;
    }
    entry.damage = fault;
    return true;
  }

  /// The damage behind a fault; null where the index is sound, or only closing.
  private static @Nullable Throwable damage(Exception fault) {
    Throwable cause = fault instanceof AlreadyClosedException ? fault.getCause() : fault;
    return cause != null && MentionIndex.isDamage(cause) ? cause : null;
  }

  private void rebuild(WorkspaceId workspace, OpenIndex entry, Throwable damage)
      throws IOException {
    LOG.warn(
        "The search index of workspace {} is damaged ({}); it is being rebuilt from the database.",
        workspace,
        damage.getMessage());
    open.remove(workspace);
    try {
      entry.index.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("A damaged index does not close in order", e);
    }
    MentionIndex.remove(root.resolve(workspace.toString()));
  }

  private boolean follow(WorkspaceId workspace, OpenIndex entry) throws IOException {
    Scope scope = Scope.of(workspace);
    long seq = entry.index.seq();
    var batch = transactions.in(scope, tx -> mentions.after(tx, scope, seq, BATCH));
    boolean more = batch.size() == BATCH;
    if (!batch.isEmpty()) {
      apply(scope, entry, batch);
      CrashPoint.reach("index.applied");
    }
    if (!more || elapsed(entry.refreshed, REFRESH)) {
      refresh(workspace, entry);
    }
    if (entry.uncommitted && elapsed(entry.committed, COMMIT)) {
      commit(entry);
    }
    return more;
  }

  /// Makes what was applied durable while nothing else is to do.
  void rest() {
    for (var each : open.entrySet()) {
      OpenIndex entry = each.getValue();
      try {
        if (entry.damage != null) {
          follow(each.getKey());
        } else if (entry.uncommitted && elapsed(entry.committed, REST)) {
          commit(entry);
        }
      } catch (IOException e) {
        LOG.warn("The search index could not be written: {}", e.toString());
      }
    }
  }

  /// Closes every index; what was applied is kept.
  void close() {
    for (OpenIndex entry : open.values()) {
      try {
        entry.index.close();
      } catch (IOException e) {
        LOG.warn("The search index could not be closed: {}", e.toString());
      }
    }
    open.clear();
  }

  /// Whether the index of a workspace was written anew without anything that was deleted.
  boolean expunge(WorkspaceId workspace) throws IOException {
    return openIndex(workspace).index.expunge();
  }

  /// Takes mentions out that are about to go without a number, and makes that outlive a crash.
  void remove(WorkspaceId workspace, Collection<UUID> gone) throws IOException {
    MentionIndex index = openIndex(workspace).index;
    index.remove(gone);
    index.refresh();
    index.commit();
  }

  private void apply(Scope scope, OpenIndex entry, List<Mention> batch) throws IOException {
    var names = forms.names(scope);
    var put = new ArrayList<IndexedMention>();
    var gone = new ArrayList<UUID>();
    for (Mention mention : batch) {
      if (mention.isDeleted()) {
        gone.add(mention.id());
      } else {
        put.add(IndexedForms.form(mention, names));
      }
    }
    entry.index.apply(put, gone, batch.getLast().seq());
    prints.add(scope.workspace(), batch);
    entry.uncommitted = true;
    entry.count += put.size();
    entry.lastHeardAt = batch.getLast().heardAt();
  }

  private void refresh(WorkspaceId workspace, OpenIndex entry) throws IOException {
    entry.refreshed = System.nanoTime();
    if (entry.index.visibleSeq() == entry.index.seq()) {
      return;
    }
    entry.index.refresh();
    events.publish(
        workspace,
        "words",
        new LiveEvents.Words(entry.index.visibleSeq(), entry.count, entry.lastHeardAt));
    entry.count = 0;
  }

  private void commit(OpenIndex entry) throws IOException {
    entry.committed = System.nanoTime();
    entry.index.commit();
    entry.uncommitted = false;
    CrashPoint.reach("index.committed");
  }

  private OpenIndex openIndex(WorkspaceId workspace) {
    return open.computeIfAbsent(workspace, this::openOrRebuild);
  }

  private OpenIndex openOrRebuild(WorkspaceId workspace) {
    Path folder = root.resolve(workspace.toString());
    try {
      try {
        return checked(new OpenIndex(MentionIndex.open(folder, names(workspace))));
      } catch (IndexDamagedException e) {
        LOG.warn("{}; it is being rebuilt from the database.", e.getMessage());
        MentionIndex.remove(folder);
        return new OpenIndex(MentionIndex.open(folder, names(workspace)));
      }
    } catch (IOException | IndexDamagedException e) {
      throw new IllegalStateException(
          "The search index in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private AskedNames names(WorkspaceId workspace) {
    return new NamesOfNow(Scope.of(workspace), ownNames, forms);
  }

  /// Compares an index of earlier days with its checksums, while it is already searched.
  private static OpenIndex checked(OpenIndex entry) {
    if (entry.index.seq() > 0) {
      Thread.ofVirtual().name("index-check").start(() -> check(entry));
    }
    return entry;
  }

  private static void check(OpenIndex entry) {
    try {
      entry.index.verify();
    } catch (IOException | AlreadyClosedException e) {
      entry.damage = damage(e);
    }
  }

  private static boolean elapsed(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }
}
