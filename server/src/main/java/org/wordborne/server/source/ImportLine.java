package org.wordborne.server.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.Ingest.Prepared;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Scope;

/// Hears one batch while the one before is being written and the next is being read.
///
/// Each stage has one thread and takes batches in order, so that of two forms of a post the later
/// line wins. Queues of one batch keep memory flat: whoever reads waits for whoever writes.
final class ImportLine implements AutoCloseable {
  private final Ingest ingest;
  private final Scope scope;
  private final Origin origin;
  private final ImportTally tally;
  private final BlockingQueue<List<Incoming>> read = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(1);
  private final Thread hearing = Thread.ofVirtual().name("import-hearing").unstarted(this::hear);
  private final Thread writing = Thread.ofVirtual().name("import-writing").unstarted(this::write);
  private volatile @Nullable Throwable fault;

  ImportLine(Ingest ingest, Scope scope, Origin origin, ImportTally tally) {
    this.ingest = ingest;
    this.scope = scope;
    this.origin = origin;
    this.tally = tally;
    hearing.start();
    writing.start();
  }

  /// A heard batch; null marks the end.
  private record Heard(@Nullable Prepared batch) {}

  /// Takes a batch; waits while the line is full.
  void take(List<Incoming> batch) throws InterruptedException {
    if (!batch.isEmpty()) {
      put(read, batch);
    }
  }

  /// Waits until everything that was taken is kept.
  void finish() throws InterruptedException {
    put(read, List.of());
    writing.join();
    check();
  }

  @Override
  public void close() {
    hearing.interrupt();
    writing.interrupt();
  }

  private void hear() {
    /* While one batch is heard, the one before waits and the one before that is being written. */
    Set<UUID> waiting = Set.of();
    Set<UUID> inWriting = Set.of();
    try {
      for (var batch = read.take(); !batch.isEmpty(); batch = read.take()) {
        var unwritten = new HashSet<>(waiting);
        unwritten.addAll(inWriting);
        var next = ingest.prepare(scope, origin, batch, unwritten);
        inWriting = waiting;
        waiting = next.kept();
        put(heard, new Heard(next));
      }
      put(heard, new Heard(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fault = e;
      writing.interrupt();
    }
  }

  private void write() {
    try {
      for (var next = heard.take().batch(); next != null; next = heard.take().batch()) {
        tally.keep(ingest.keep(next, _ -> {}));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fault = e;
      hearing.interrupt();
    }
  }

  /// Puts, but does not wait for a line that has stopped.
  private <T> void put(BlockingQueue<T> queue, T next) throws InterruptedException {
    while (!queue.offer(next, 100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      check();
    }
  }

  private void check() {
    Throwable stopped = fault;
    if (stopped != null) {
      throw new IllegalStateException("The import stopped: " + stopped.getMessage(), stopped);
    }
  }
}
