package org.wordborne.server.mention.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The one tokenizer's words, as Lucene wants them. Filled anew for each mention.
final class WordStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private final List<String> terms = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private int next;

  /// Forgets all terms.
  void empty() {
    terms.clear();
    positions.clear();
  }

  /// Adds a term at a position not before that of the last.
  void add(String text, int position) {
    terms.add(text);
    positions.add(position);
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    clearAttributes();
    term.append(terms.get(next));
    int before = next == 0 ? -1 : positions.get(next - 1);
    increment.setPositionIncrement(positions.get(next) - before);
    next++;
    return true;
  }
}
