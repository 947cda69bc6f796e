package org.wordborne.server.mention.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.QueryContext;

/// The search index of one workspace.
///
/// One writer calls [#apply], [#refresh] and [#commit]; any number of threads search meanwhile.
/// What was applied is found after the next refresh, and is kept over a crash after the next
/// commit, together with its sequence number: after opening, go on behind [#seq].
///
/// ```java
/// try (var index = MentionIndex.open(folder, QueryContext.NONE)) {
///   index.apply(mentions, gone, 42);
///   index.refresh();
///   var page = index.search(MentionQuestion.ANY, MentionOrder.NEWEST, null, 20);
/// }
/// ```
public final class MentionIndex implements AutoCloseable {
  private MentionIndex() {}

  /// Opens the index in a folder, or makes an empty one there.
  ///
  /// @param lists what `author:@list` refers to
  /// @throws IndexDamagedException where what is there cannot be read, or was written by another
  ///     version; [#remove] it and build it anew
  /// @throws IOException where the folder cannot be used, such as when another process has it
  public static MentionIndex open(Path folder, QueryContext lists)
      throws IOException, IndexDamagedException {
    return new MentionIndex();
  }

  /// Deletes an index that is not open. Does nothing where there is none.
  public static void remove(Path folder) throws IOException {}

  /// Adds or replaces mentions and takes others out, as one step up to a sequence number.
  ///
  /// @param put mentions to add, or to replace where their id is known; each id at most once
  /// @param gone ids of mentions to take out; unknown ones are passed over
  /// @param highestSeq the highest number that this batch has brought
  public void apply(Collection<IndexedMention> put, Collection<UUID> gone, long highestSeq)
      throws IOException {}

  /// Lets searches see all that was applied.
  public void refresh() throws IOException {}

  /// Makes all that was applied outlive a crash.
  public void commit() throws IOException {}

  /// Returns the highest sequence number applied; 0 for a new index.
  public long seq() {
    return 0;
  }

  /// Returns the highest sequence number that searches see.
  public long visibleSeq() {
    return 0;
  }

  /// Returns a page of mentions, with counts over all that were found.
  ///
  /// @param cursor [FoundMentions#next] of the page before; null for the first
  /// @param limit hits a page, in `[0, 1000]`
  /// @throws IllegalArgumentException if the cursor is not one of ours
  public FoundMentions search(
      MentionQuestion question, MentionOrder order, @Nullable String cursor, int limit)
      throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Returns a page of mentions without any counts, for exports: `total` and `people` are 0.
  public FoundMentions page(
      MentionQuestion question, MentionOrder order, @Nullable String cursor, int limit)
      throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Returns how many mentions there are.
  public long count(MentionQuestion question) throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Returns how many distinct authors the mentions have.
  public long people(MentionQuestion question) throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Returns how many mentions have a sequence number above `seq`.
  public long countAfter(MentionQuestion question, long seq) throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Returns the mentions by hour or day, from the first to the last column that holds any, or
  /// over the whole span where the filters give one; columns without mentions stand between.
  public List<HistogramPoint> histogram(
      MentionQuestion question, HistogramBucket bucket, ZoneId zone) throws IOException {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void close() throws IOException {}
}
