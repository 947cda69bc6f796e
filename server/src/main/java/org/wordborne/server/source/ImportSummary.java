package org.wordborne.server.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What became of an import.
///
/// @param read lines read, good and bad
/// @param fresh mentions that are new
/// @param dropped good lines that no topic wants, where only what matches is kept
/// @param recoded lines of a CSV that were no UTF-8, and were read as windows-1252
/// @param rejects lines that could not be read, and why
public record ImportSummary(
    long read,
    @JsonProperty("new") long fresh,
    long updated,
    long same,
    long dropped,
    long rejected,
    long recoded,
    double seconds,
    List<Reject> rejects) {

  /// A line that could not be read.
  public record Reject(long line, String reason) {}
}
