package org.wordborne.server.strategy.auction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A line of an auction's log; each holds the digest of the one before.
///
/// The digest is SHA-256, in hexadecimal, of `prev LF number LF at LF deed LF` and `key=value LF`
/// for each fact in the order of the keys, as UTF-8.
///
/// @param prev the digest of the line before; "" for the first
public record LogLine(
    long number,
    Instant at,
    String deed,
    SortedMap<String, String> facts,
    String prev,
    String hash) {

  /// Copies the facts.
  public LogLine {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// The line that follows `before`.
  ///
  /// @param before null for the first
  public static LogLine after(
      @Nullable LogLine before, Instant at, String deed, Map<String, String> facts) {
    var plain = new TreeMap<String, String>();
    facts.forEach((key, value) -> plain.put(key, value.replaceAll("[\\r\\n]+", " ")));
    long number = before == null ? 1 : before.number() + 1;
    String prev = before == null ? "" : before.hash();
    Instant kept = at.truncatedTo(ChronoUnit.MILLIS);
    return new LogLine(number, kept, deed, plain, prev, digest(prev, number, kept, deed, plain));
  }

  /// Whether its digest is that of what it says, and of nothing else.
  boolean isWhole() {
    return facts.entrySet().stream().allMatch(LogLine::isPlain)
        && hash.equals(digest(prev, number, at, deed, facts));
  }

  /* With a break or a second sign in a fact, one digest would be that of two lines. */
  private static boolean isPlain(Map.Entry<String, String> fact) {
    String value = fact.getValue();
    return value != null
        && value.indexOf('\n') < 0
        && fact.getKey().indexOf('\n') < 0
        && fact.getKey().indexOf('=') < 0;
  }

  String fact(String key) {
    String fact = facts.get(key);
    return fact == null ? "" : fact;
  }

  private static String digest(
      String prev, long number, Instant at, String deed, SortedMap<String, String> facts) {
    var text = new StringBuilder();
    text.append(prev).append('\n').append(number).append('\n').append(at).append('\n');
    text.append(deed).append('\n');
    facts.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return Commitment.sha256(text.toString());
  }
}
