package org.wordborne.server.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.source.ImportSummary.Reject;
import org.wordborne.server.source.PostLines.BadLineException;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.act.ActBook;

/// Takes posts out of a stream into a workspace. A bad line is counted and passed over.
///
/// Repeating an import changes nothing, so that one that was cut off is begun again.
@Component
public class Imports {
  private static final int BATCH = 2_000;
  private static final int MOST_REJECTS = 100_000;
  private static final Duration INDEXED = Duration.ofMinutes(5);

  /// So far the index may fall behind before the import waits for it, but not for ever.
  private static final long FAR_BEHIND = 30_000;

  private static final Duration INDEX_PATIENCE = Duration.ofSeconds(10);

  private final Ingest ingest;
  private final MentionSearch search;
  private final Conditions conditions;
  private final ActBook book;
  private final Transactions transactions;
  private final Map<WorkspaceId, Running> running = new ConcurrentHashMap<>();

  Imports(
      Ingest ingest,
      MentionSearch search,
      Conditions conditions,
      ActBook book,
      Transactions transactions) {
    this.book = book;
    this.transactions = transactions;
    this.conditions = conditions;
    this.ingest = ingest;
    this.search = search;
  }

  /// An import that is under way.
  ///
  /// @param rate lines a second
  public record Running(String name, long read, double rate) {}

  /// What is to be imported.
  ///
  /// @param name as pages call it
  /// @param matching keep only what a topic matches
  /// @param into the source whose past this is, so that it hears nothing of it twice; null for none
  /// @param columns null for JSON Lines, else which column of a CSV is which field
  /// @param fresh whether to wait until all of it can be found
  record Order(
      String name,
      boolean matching,
      @Nullable Source into,
      @Nullable Map<String, String> columns,
      boolean fresh) {
    Origin origin() {
      return into == null
          ? Origin.imported(!matching)
          : new Origin(into.id(), into.name(), into.kind(), into.place(), !matching);
    }
  }

  /// The import that is under way, if one is.
  public Optional<Running> running(Scope scope) {
    return Optional.ofNullable(running.get(scope.workspace()));
  }

  /// Takes everything in a stream; tells `progress` after each batch.
  ImportSummary run(Scope scope, Order order, InputStream in, Consumer<ImportSummary> progress)
      throws IOException, InterruptedException {
    conditions.requireListening();
    UUID into = order.into == null ? null : order.into.id();
    book.begun(scope, into);
    var tally = new ImportTally();
    try (var line = new ImportLine(ingest, scope, order.origin(), tally)) {
      Consumer<ImportSummary> told =
          now -> {
            running.put(scope.workspace(), running(order, now));
            progress.accept(now);
            conditions.awaitListening();
            search.awaitNear(scope, FAR_BEHIND, INDEX_PATIENCE);
          };
      if (order.columns == null) {
        readJson(in, line, tally, told);
      } else {
        readCsv(new CsvPosts(in, order.columns), line, tally, told);
      }
      line.finish();
      if (order.fresh) {
        search.awaitFresh(scope, INDEXED);
      }
    } finally {
      running.remove(scope.workspace());
      noteEnd(scope, into, tally.progress());
    }
    return tally.summary();
  }

  /* Its end has a line of its own: how much of it came in, also where it was cut off. */
  private void noteEnd(Scope scope, @Nullable UUID into, ImportSummary summary) {
    Map<String, String> facts =
        Map.of(
            "read", Long.toString(summary.read()),
            "new", Long.toString(summary.fresh()),
            "updated", Long.toString(summary.updated()),
            "rejected", Long.toString(summary.rejected()));
    transactions.run(scope, tx -> book.write(scope, tx, "imports.ended", into, facts));
  }

  private static Running running(Order order, ImportSummary now) {
    double rate = now.seconds() == 0 ? 0 : now.read() / now.seconds();
    return new Running(order.name, now.read(), rate);
  }

  private static void readJson(
      InputStream in, ImportLine to, ImportTally tally, Consumer<ImportSummary> told)
      throws IOException, InterruptedException {
    var lines = new LineStream(in);
    List<Incoming> batch = new ArrayList<>(BATCH);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      if (isBlank(line)) {
        continue;
      }
      tally.read();
      try {
        if (lines.isTooLong()) {
          throw new BadLineException("longer than " + (LineStream.LONGEST_LINE >> 20) + " MB");
        }
        batch.add(PostLines.read(line));
      } catch (BadLineException e) {
        reject(tally, lines.number(), e);
      }
      batch = handedOn(batch, to, tally, told);
    }
    to.take(batch);
  }

  private static void readCsv(
      CsvPosts rows, ImportLine to, ImportTally tally, Consumer<ImportSummary> told)
      throws IOException, InterruptedException {
    List<Incoming> batch = new ArrayList<>(BATCH);
    while (rows.advance()) {
      tally.read();
      try {
        batch.add(PostLines.read(rows.post()));
      } catch (BadLineException e) {
        reject(tally, rows.line(), e);
      }
      tally.recoded(rows.foreignLines());
      batch = handedOn(batch, to, tally, told);
    }
    to.take(batch);
  }

  private static List<Incoming> handedOn(
      List<Incoming> batch, ImportLine to, ImportTally tally, Consumer<ImportSummary> told)
      throws InterruptedException {
    if (batch.size() < BATCH) {
      return batch;
    }
    to.take(batch);
    told.accept(tally.progress());
    return new ArrayList<>(BATCH);
  }

  private static void reject(ImportTally tally, long line, BadLineException why) {
    tally.reject(new Reject(line, why.reason()), MOST_REJECTS);
  }

  private static boolean isBlank(byte[] line) {
    for (byte one : line) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }
}
