package org.wordborne.text;

import java.util.List;
import java.util.Map;

/// Labelled rows by the name of their set, such as `tweeteval/emotion.train`; the header is left
/// out, the label is the first column, the text the last.
///
/// @param sets rows of each set
public record Corpus(Map<String, List<List<String>>> sets) {
  /// Returns the rows of a set; none where it is missing.
  public List<List<String>> rows(String set) {
    return sets.getOrDefault(set, List.of());
  }
}
