package org.wordborne.effect;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// What is made public before the draw and can then no longer be changed: rule, sealed list, the
/// hash of our secret, and the round of the beacon that nobody can know yet.
///
/// @param name what is drawn, one line
/// @param rules SHA-256 of the text of the rules, in hexadecimal
/// @param sealed when the list was closed for good, whole seconds
/// @param entries how many entries the list holds
/// @param root root of the list, in hexadecimal
/// @param secret hash of our secret ([#hashOfSecret]), in hexadecimal
/// @param onePerGroup whether a person can be drawn once only, or each entry
/// @param prizes what is drawn for, in the order in which places are given
/// @param alternates how many stand by
/// @param chain hash of the beacon's chain, in hexadecimal
/// @param round round of the beacon
public record Commitment(
    String name,
    String rules,
    Instant sealed,
    int entries,
    String root,
    String secret,
    boolean onePerGroup,
    List<Prize> prizes,
    int alternates,
    String chain,
    long round) {
  private static final String FIRST = "wordborne-draw-1";
  private static final int LONGEST_NAME = 200;
  private static final int MOST = 1_000_000_000;
  private static final long LAST_ROUND = 1_000_000_000_000L; // of 30 seconds: a million years

  /// Takes a copy of the prizes.
  public Commitment {
    prizes = List.copyOf(prizes);
  }

  /// The text whose hash is the commitment: twelve lines, UTF-8, each ended by a line feed.
  public String text() {
    return String.join(
        "\n",
        FIRST,
        "name " + name,
        "rules " + rules,
        "sealed " + sealed,
        "entries " + entries,
        "root " + root,
        "secret " + secret,
        "one-per " + (onePerGroup ? "group" : "entry"),
        "prizes " + prizes.stream().map(Prize::text).collect(Collectors.joining(" ")),
        "alternates " + alternates,
        "chain " + chain,
        "round " + round,
        "");
  }

  /// SHA-256 of the text.
  public byte[] hash() {
    return Bits.sha256(Bits.utf8(text()));
  }

  /// How many places are drawn: all pieces of all prizes, and the alternates.
  public int places() {
    return pieces() + alternates;
  }

  int pieces() {
    return prizes.stream().mapToInt(Prize::count).sum();
  }

  /// What of a secret is made public before the draw.
  ///
  /// @param secret 32 bytes of chance
  public static byte[] hashOfSecret(byte[] secret) {
    var hash = Bits.sha256();
    hash.update(Bits.utf8("wordborne-secret"));
    hash.update((byte) 0);
    return hash.digest(secret);
  }

  /// Checks that every field is what it must be, so that the text can be read back.
  ///
  /// @return this commitment
  /// @throws DrawException naming the field, its value, and what would be right
  public Commitment checked() throws DrawException {
    return parse(text());
  }

  /// Reads the text, to the letter.
  ///
  /// @throws DrawException naming the line, its value, and what would be right
  public static Commitment parse(String text) throws DrawException {
    var read = new Reader(text.split("\n", -1));
    read.first();
    var commitment =
        new Commitment(
            read.value("name", "one line of 1 to 200 characters", Commitment::isName),
            read.hash("rules"),
            read.time(),
            (int) read.number("entries", 1, MOST),
            read.hash("root"),
            read.hash("secret"),
            read.value("one-per", "group or entry", v -> v.matches("group|entry")).equals("group"),
            read.prizes(),
            (int) read.number("alternates", 0, MOST),
            read.hash("chain"),
            read.number("round", 1, LAST_ROUND));
    if (!commitment.text().equals(text)) {
      throw new DrawException("the commitment must be twelve lines, each ended by a line feed");
    }
    return commitment;
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        && name.equals(new String(Bits.utf8(name), java.nio.charset.StandardCharsets.UTF_8));
  }

  private interface Rule {
    boolean holds(String value);
  }

  private static final class Reader {
    private final String[] lines;
    private int at;

    Reader(String[] lines) {
      this.lines = lines;
    }

    void first() throws DrawException {
      if (!lines[0].equals(FIRST)) {
        throw new DrawException(1, "the commitment must begin with the line " + FIRST);
      }
      at = 1;
    }

    String value(String key, String right, Rule rule) throws DrawException {
      String line = at < lines.length ? lines[at] : "";
      at++;
      if (!line.startsWith(key + " ")) {
        throw new DrawException(at, "line " + at + " of the commitment must begin with " + key);
      }
      String value = line.substring(key.length() + 1);
      if (!rule.holds(value)) {
        throw new DrawException(at, key + " '" + value + "' must be " + right);
      }
      return value;
    }

    String hash(String key) throws DrawException {
      return value(key, "64 characters of 0-9 and a-f", v -> Bits.isHex(v, Bits.HASH_BYTES));
    }

    long number(String key, long least, long most) throws DrawException {
      var right = "a whole number from " + least + " to " + most;
      return Long.parseLong(value(key, right, v -> Bits.isNumber(v, least, most)));
    }

    Instant time() throws DrawException {
      var right = "a time in whole seconds like 2026-11-27T18:00:04Z";
      return Instant.parse(value("sealed", right, Reader::isTime));
    }

    private static boolean isTime(String value) {
      try {
        var time = Instant.parse(value);
        return time.truncatedTo(ChronoUnit.SECONDS).toString().equals(value);
      } catch (DateTimeParseException wrong) {
        return false;
      }
    }

    List<Prize> prizes() throws DrawException {
      var prizes = new java.util.ArrayList<Prize>();
      long pieces = 0;
      for (String one : value("prizes", "like beans:3", v -> !v.isEmpty()).split(" ", -1)) {
        prizes.add(Prize.parse(one, at));
        pieces += prizes.getLast().count();
      }
      if (prizes.stream().map(Prize::id).distinct().count() < prizes.size() || pieces > MOST) {
        throw new DrawException(at, "each prize must stand once, with its number of pieces");
      }
      return prizes;
    }
  }
}
