package org.wordborne.server.mention.index;

import java.io.IOException;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.wordborne.server.mention.index.FoundMentions.Hit;

/// Where a page ends, written so that the next can go on behind it while new mentions come in.
///
/// Every order ends in the sequence number, which is unique, so no mention is shown twice or left
/// out between two pages unless it changed meanwhile.
final class PageCursor {
  private PageCursor() {}

  static Sort sort(MentionOrder order) {
    var newest = new SortField(IndexFields.AT, SortField.Type.LONG, true);
    var heard = new SortField(IndexFields.SEQ, SortField.Type.LONG, true);
    return switch (order) {
      case NEWEST -> new Sort(newest, heard);
      case HEARD -> new Sort(heard);
      case NEED ->
          new Sort(new SortField(IndexFields.NEED, SortField.Type.LONG, true), newest, heard);
    };
  }

  static String write(MentionOrder order, FieldDoc last) {
    var written = new StringBuilder().append(order.name().charAt(2));
    for (var value : last.fields) {
      written.append('.').append(Long.toString((Long) value, 36));
    }
    return written.toString();
  }

  /// @throws BadCursorException if the cursor is not one of this order
  static FieldDoc read(String cursor, MentionOrder order, IndexSearcher searcher) {
    var parts = cursor.split("\\.", -1);
    int values = sort(order).getSort().length;
    if (parts.length != values + 1 || !parts[0].equals("" + order.name().charAt(2))) {
      throw new BadCursorException(cursor);
    }
    var fields = new Object[values];
    for (int i = 0; i < values; i++) {
      try {
        fields[i] = Long.valueOf(parts[i + 1], 36);
      } catch (NumberFormatException e) {
        throw new BadCursorException(cursor);
      }
    }
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(last, Float.NaN, fields);
  }

  static Hit hit(IndexSearcher searcher, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int inLeaf = document - leaf.docBase;
    var ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
    var numbers = DocValues.getNumeric(leaf.reader(), IndexFields.SEQ);
    if (!ids.advanceExact(inLeaf) || !numbers.advanceExact(inLeaf)) {
      throw new IllegalStateException("document " + document + " has no id or number");
    }
    UUID id = MentionDocuments.id(ids.binaryValue());
    return new Hit(id, numbers.longValue());
  }
}
