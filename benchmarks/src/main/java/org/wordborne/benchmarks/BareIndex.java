package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.store.FSDirectory;

/// The peer: Lucene alone, which hears nothing and stores nothing but an index of the texts.
final class BareIndex implements AutoCloseable {
  private static final int FIRST_PAGE = 30;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private BareIndex(FSDirectory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  /// Indexes the `text` of import lines, commits, and opens what was written.
  static BareIndex of(Path folder, Stream<String> lines) throws IOException {
    var directory = FSDirectory.open(folder);
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      long time = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        var document = new Document();
        String text = Served.JSON.readTree(line).path("text").asString("");
        document.add(new TextField("text", text, Field.Store.YES));
        document.add(new LongField("time", time++, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.commit();
    }
    return new BareIndex(directory);
  }

  /// The newest matches of `query`, as many as a first page shows, and their number.
  long search(Query query) throws IOException {
    var newest = new Sort(new SortedNumericSortField("time", SortField.Type.LONG, true));
    return searcher.search(query, FIRST_PAGE, newest).totalHits.value() + searcher.count(query);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    for (String file : directory.listAll()) {
      directory.deleteFile(file);
    }
    Path folder = directory.getDirectory();
    directory.close();
    Files.delete(folder);
  }
}
