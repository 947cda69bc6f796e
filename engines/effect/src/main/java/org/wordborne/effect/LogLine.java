package org.wordborne.effect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A line of a log whose lines are chained by hashes.
///
/// Its hash is SHA-256 over, each ended by a line feed: the hash before (64 zeros for the first),
/// the number, the time in UTC with milliseconds, who, the deed, then `key=value` for each fact in
/// the order of the keys. In what stands there a backslash, a line feed and a return are written
/// `\\`, `\n` and `\r`.
///
/// @param number from 1 without a gap
/// @param hash as it is stated, in hexadecimal
/// @param signature of the hash, see [SignedLog#message], in hexadecimal
public record LogLine(
    long number,
    Instant at,
    String by,
    String deed,
    SortedMap<String, String> facts,
    String hash,
    String signature) {
  /// Stands where the first line would have the hash of the one before.
  public static final String BEFORE_THE_FIRST = "0".repeat(64);

  private static final String KEY = "[A-Za-z][A-Za-z0-9._-]*";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  /// Copies the facts.
  public LogLine {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// The hash of a line that says this after a line with the hash `previous`.
  ///
  /// @throws IllegalArgumentException if a fact's key is no word, as it could be read as two facts
  public static String hash(
      String previous,
      long number,
      Instant at,
      String by,
      String deed,
      SortedMap<String, String> facts) {
    String time = at.atOffset(ZoneOffset.UTC).format(TIME);
    String begin =
        String.join("\n", previous, Long.toString(number), time, escaped(by), escaped(deed), "");
    return Bits.hex(Bits.sha256(Bits.utf8(begin + written(facts))));
  }

  /// Facts as they are hashed, each on a line.
  ///
  /// @throws IllegalArgumentException as [#hash]
  public static String written(SortedMap<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> checked(fact.getKey()) + "=" + escaped(fact.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /* Whether the stated hash is that of what the line says, after `previous`. */
  boolean follows(String previous) {
    boolean plain =
        facts.keySet().stream().allMatch(key -> key.matches(KEY))
            && at.equals(at.truncatedTo(ChronoUnit.MILLIS));
    return plain && hash.equals(hash(previous, number, at, by, deed, facts));
  }

  private static String checked(String key) {
    if (!key.matches(KEY)) {
      throw new IllegalArgumentException("no key of a fact: " + key);
    }
    return key;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
