package org.wordborne.server.mention.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.index.FoundMentions.Facets;
import org.wordborne.server.mention.index.FoundMentions.Hit;

/// The search index of one workspace.
///
/// One writer calls [#apply], [#refresh] and [#commit]; any number of threads search meanwhile.
/// What was applied is found after the next refresh, and is kept over a crash after the next
/// commit, together with its sequence number: after opening, go on behind [#seq].
///
/// ```java
/// try (var index = MentionIndex.open(folder, AskedNames.NONE)) {
///   index.apply(mentions, gone, 42);
///   index.refresh();
///   var page = index.search(MentionQuestion.ANY, MentionOrder.NEWEST, null, 20);
/// }
/// ```
public final class MentionIndex implements AutoCloseable {
  private static final String SEQ_KEY = "seq";
  private static final String FORMAT_KEY = "format";
  private static final int MOST_HITS = 1_000;
  private static final int BUFFER_MEGABYTES = 48;
  private static final Facets NO_FACETS =
      new Facets(List.of(), List.of(), List.of(), List.of(), List.of());

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final LuceneFilters filters;
  private final MentionDocuments documents = new MentionDocuments();
  private volatile long seq;
  private volatile long visibleSeq;
  private long committedSeq;

  private MentionIndex(
      Directory directory, IndexWriter writer, SearcherManager searchers, AskedNames names) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    filters = new LuceneFilters(new LuceneQueries(names));
    seq = seqOf(writer);
    visibleSeq = seq;
    committedSeq = seq;
  }

  /// Opens the index in a folder, or makes an empty one there.
  ///
  /// @param names what lists, sources and topics are called; asked anew with each question
  /// @throws IndexDamagedException where what is there cannot be read, or was written by another
  ///     version; [#remove] it and build it anew
  /// @throws IOException where the folder cannot be used, such as when another process has it
  public static MentionIndex open(Path folder, AskedNames names)
      throws IOException, IndexDamagedException {
    var directory = FSDirectory.open(Files.createDirectories(folder));
    try {
      return open(directory, names);
    } catch (IOException | IllegalArgumentException failure) {
      IOUtils.closeWhileHandlingException(directory);
      if (isDamage(failure)) {
        throw new IndexDamagedException(folder, String.valueOf(failure.getMessage()), failure);
      }
      throw failure;
    }
  }

  private static MentionIndex open(Directory directory, AskedNames names) throws IOException {
    var config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    // When it is told to let go what was deleted, it leaves none behind.
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    boolean known = DirectoryReader.indexExists(directory);
    var writer = new IndexWriter(directory, config);
    try {
      if (known && !IndexFields.FORMAT.equals(commitData(writer).get(FORMAT_KEY))) {
        throw new CorruptIndexException("it was written by another version", "commit data");
      }
      return new MentionIndex(directory, writer, new SearcherManager(writer, null), names);
    } catch (IOException | IllegalArgumentException failure) {
      writer.rollback();
      throw failure;
    }
  }

  /// Says whether a failure means that the index itself is damaged, so that it should be closed,
  /// removed and built anew.
  public static boolean isDamage(Throwable failure) {
    return switch (failure) {
      case CorruptIndexException _,
          IndexFormatTooOldException _,
          IndexFormatTooNewException _,
          EOFException _,
          FileNotFoundException _,
          NoSuchFileException _,
          IllegalArgumentException _ ->
          true;
      default -> false;
    };
  }

  /// Reads the whole index and compares it with its checksums; others may search and write
  /// meanwhile.
  ///
  /// @throws IOException that [#isDamage] if a byte is not as it was written
  public void verify() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      for (var leaf : searcher.getIndexReader().leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
    } finally {
      searchers.release(searcher);
    }
  }

  /// Deletes an index that is not open. Does nothing where there is none.
  public static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      IOUtils.rm(folder);
    }
  }

  private static Map<String, String> commitData(IndexWriter writer) {
    var data = new HashMap<String, String>();
    var entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  private static long seqOf(IndexWriter writer) {
    return Long.parseLong(commitData(writer).getOrDefault(SEQ_KEY, "0"));
  }

  /// Adds or replaces mentions and takes others out, as one step up to a sequence number.
  ///
  /// @param put mentions to add, or to replace where their id is known; each id at most once
  /// @param gone ids of mentions to take out; unknown ones are passed over
  /// @param highestSeq the highest number that this batch has brought
  public synchronized void apply(
      Collection<IndexedMention> put, Collection<UUID> gone, long highestSeq) throws IOException {
    for (var mention : put) {
      writer.updateDocument(term(mention.id()), documents.of(mention));
    }
    if (!gone.isEmpty()) {
      writer.deleteDocuments(gone.stream().map(MentionIndex::term).toArray(Term[]::new));
    }
    seq = Math.max(seq, highestSeq);
  }

  private static Term term(UUID id) {
    return new Term(IndexFields.ID, MentionDocuments.key(id));
  }

  /// Lets searches see all that was applied.
  public synchronized void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
    visibleSeq = seq;
  }

  /// Makes all that was applied outlive a crash.
  public synchronized void commit() throws IOException {
    if (committedSeq == seq && !writer.hasUncommittedChanges()) {
      return;
    }
    var data = Map.of(SEQ_KEY, Long.toString(seq), FORMAT_KEY, IndexFields.FORMAT);
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    committedSeq = seq;
  }

  /// Takes mentions out without a number: what is behind the index lets them go as well.
  ///
  /// @param gone ids of mentions; unknown ones are passed over
  public synchronized void remove(Collection<UUID> gone) throws IOException {
    writer.deleteDocuments(gone.stream().map(MentionIndex::term).toArray(Term[]::new));
  }

  /// Writes anew whatever holds something deleted, so that its bytes leave the disk, and returns
  /// whether none is left. Others may search and write meanwhile; what they delete meanwhile may be
  /// left.
  public boolean expunge() throws IOException {
    commit();
    writer.forceMergeDeletes(true);
    refresh();
    commit();
    writer.deleteUnusedFiles();
    return with(searcher -> !searcher.getIndexReader().hasDeletions());
  }

  /// Returns the highest sequence number applied; 0 for a new index.
  public long seq() {
    return seq;
  }

  /// Returns the highest sequence number that searches see.
  public long visibleSeq() {
    return visibleSeq;
  }

  /// Returns a page of mentions, with counts over all that were found.
  ///
  /// @param cursor [FoundMentions#next] of the page before; null for the first
  /// @param limit hits a page, in `[0, 1000]`
  /// @throws IllegalArgumentException if the cursor is not one of ours
  public FoundMentions search(
      MentionQuestion question, MentionOrder order, @Nullable String cursor, int limit)
      throws IOException {
    return with(
        searcher -> {
          var query = filters.of(question);
          var page = page(searcher, query, order, cursor, limit);
          var counted = searcher.search(query, FacetCounter.counting());
          return new FoundMentions(
              page.hits(),
              page.next(),
              counted.total(),
              counted.people(),
              counted.facets(),
              counted.total() == 0 ? filters.costliest(searcher, question) : null);
        });
  }

  /// Returns a page of mentions without any counts, for exports: `total` and `people` are 0.
  public FoundMentions page(
      MentionQuestion question, MentionOrder order, @Nullable String cursor, int limit)
      throws IOException {
    return with(searcher -> page(searcher, filters.of(question), order, cursor, limit));
  }

  private static FoundMentions page(
      IndexSearcher searcher, Query query, MentionOrder order, @Nullable String cursor, int limit)
      throws IOException {
    var after = cursor == null ? null : PageCursor.read(cursor, order, searcher);
    int wanted = Math.clamp(limit, 0, MOST_HITS);
    var hits = new ArrayList<Hit>();
    String next = null;
    if (wanted > 0 && searcher.getIndexReader().numDocs() > 0) {
      var manager = new TopFieldCollectorManager(PageCursor.sort(order), wanted + 1, after, 1);
      var found = searcher.search(query, manager).scoreDocs;
      for (int i = 0; i < Math.min(wanted, found.length); i++) {
        hits.add(PageCursor.hit(searcher, found[i].doc));
      }
      if (found.length > wanted) {
        next = PageCursor.write(order, (FieldDoc) found[wanted - 1]);
      }
    }
    return new FoundMentions(hits, next, 0, 0, NO_FACETS, null);
  }

  /// Returns how many mentions there are.
  public long count(MentionQuestion question) throws IOException {
    return with(searcher -> (long) searcher.count(filters.of(question)));
  }

  /// Returns how many distinct authors the mentions have.
  public long people(MentionQuestion question) throws IOException {
    return with(
        searcher -> searcher.search(filters.of(question), FacetCounter.counting()).people());
  }

  /// Returns how many mentions have a sequence number above `seq`.
  public long countAfter(MentionQuestion question, long seq) throws IOException {
    var newer =
        LongPoint.newRangeQuery(
            IndexFields.SEQ, seq < Long.MAX_VALUE ? seq + 1 : seq, Long.MAX_VALUE);
    return with(
        searcher -> {
          var both = new BooleanQuery.Builder();
          both.add(filters.of(question), Occur.FILTER);
          both.add(newer, Occur.FILTER);
          return (long) searcher.count(both.build());
        });
  }

  /// Returns the mentions by hour or day, from the first to the last column that holds any, or
  /// over the whole span where the filters give one; columns without mentions stand between.
  public List<HistogramPoint> histogram(
      MentionQuestion question, HistogramBucket bucket, ZoneId zone) throws IOException {
    return with(
        searcher -> {
          var slots = searcher.search(filters.of(question), SlotCounter.counting());
          return slots.columns(bucket, zone, question.filters());
        });
  }

  /// What is asked of one state of the index.
  private interface Asked<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T with(Asked<T> asked) throws IOException {
    var searcher = searchers.acquire();
    try {
      return asked.of(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /// Commits and closes. What cannot be committed is left as it was at the last commit.
  @Override
  public synchronized void close() throws IOException {
    try {
      if (writer.isOpen()) {
        commit();
      }
    } finally {
      IOUtils.close(searchers, writer::rollback, directory);
    }
  }
}
