package org.wordborne.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns of phrase of our own choosing that show an intent: what the models, trained on English
/// alone, cannot know, and what is too rare in data to be learned.
final class Cues {
  private static final int STEM = 56;
  private static final int SHORTEST_STEM = 3;
  private static final int LEAST_WORDS = 1;
  private static final int SIEVE = 1 << 14;

  /// Stands for any word.
  private static final int ANY = Hashes.of("_");
  private static final Map<String, Cues> ALL = read();
  private static final Cues NONE = new Cues();

  private final Map<Integer, List<Cue>> byFirst = new HashMap<>();

  /// A bit for each first word: most words of a text begin no cue, and need no look-up.
  private final long[] mayBegin = new long[SIEVE >>> 6];

  private Cues() {}

  /// One turn of phrase: at each place any of some words.
  private record Cue(String intent, float weight, boolean atStart, List<List<Integer>> places) {}

  /// A cue met in a text.
  record Met(String intent, float weight, int from, int to) {}

  static Cues of(String language) {
    return ALL.getOrDefault(language, NONE);
  }

  /// Adds the cues that the scan meets to `met`.
  void find(Scan scan, List<Met> met) {
    boolean start = true;
    for (int t = 0; t < scan.count; t++) {
      if (scan.kind[t] == Token.WORD || scan.kind[t] == Token.HASHTAG) {
        find(scan, t, start, scan.hash[t], met);
        stems(scan, t, start, met);
        start = false;
      } else {
        start |= scan.kind[t] != Token.NUMBER && begins(scan, t);
      }
    }
  }

  private static boolean begins(Scan scan, int t) {
    char c = scan.text.charAt(scan.start[t]);
    return scan.kind[t] != Token.MARKS || ".!?:;,\u2026\u2013\u2014-\"(\u00BF".indexOf(c) >= 0;
  }

  private void stems(Scan scan, int t, boolean start, List<Met> met) {
    int h = Hashes.SEED;
    int from = scan.foldStart[t];
    for (int i = from; i < scan.foldEnd[t]; i++) {
      h = Hashes.step(h, scan.folded[i]);
      if (i - from + 1 >= SHORTEST_STEM) {
        find(scan, t, start, Hashes.key(h, STEM), met);
      }
    }
  }

  private void find(Scan scan, int t, boolean start, int first, List<Met> met) {
    int bit = first >>> 9 & SIEVE - 1;
    if ((mayBegin[bit >>> 6] & 1L << bit) == 0) {
      return;
    }
    var cues = byFirst.get(first);
    if (cues == null) {
      return;
    }
    for (Cue cue : cues) {
      if (start || !cue.atStart) {
        int to = end(cue, scan, t);
        if (to > 0) {
          met.add(new Met(cue.intent, cue.weight, t, to));
        }
      }
    }
  }

  /// Returns the last token of the cue if it stands at `t`, else -1.
  private static int end(Cue cue, Scan scan, int t) {
    int at = t;
    for (int place = 1; place < cue.places.size(); place++) {
      at++;
      if (at >= scan.count || !stands(cue.places.get(place), scan, at)) {
        return -1;
      }
    }
    return at + 1;
  }

  private static boolean stands(List<Integer> words, Scan scan, int t) {
    if (words.contains(scan.hash[t]) || words.contains(ANY) && scan.kind[t] == Token.WORD) {
      return true;
    }
    int h = Hashes.SEED;
    int from = scan.foldStart[t];
    for (int i = from; i < scan.foldEnd[t]; i++) {
      h = Hashes.step(h, scan.folded[i]);
      if (i - from + 1 >= SHORTEST_STEM && words.contains(Hashes.key(h, STEM))) {
        return true;
      }
    }
    return false;
  }

  private void put(String[] parts) {
    boolean atStart = parts[3].equals("^");
    var places = new ArrayList<List<Integer>>();
    for (int i = atStart ? 4 : 3; i < parts.length; i++) {
      places.add(Arrays.stream(parts[i].split("\\|")).map(Cues::key).toList());
    }
    if (places.size() < LEAST_WORDS) {
      throw new IllegalStateException("cues.txt: no words in '" + String.join(" ", parts) + "'");
    }
    var cue = new Cue(parts[1], Float.parseFloat(parts[2]), atStart, List.copyOf(places));
    for (int first : places.getFirst()) {
      byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(cue);
      int bit = first >>> 9 & SIEVE - 1;
      mayBegin[bit >>> 6] |= 1L << bit;
    }
  }

  private static int key(String word) {
    return word.endsWith("*")
        ? Hashes.key(Hashes.of(word.substring(0, word.length() - 1)), STEM)
        : Hashes.of(word);
  }

  private static Map<String, Cues> read() {
    var all = new HashMap<String, Cues>();
    try (InputStream in = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          String[] parts = line.strip().split("\\s+");
          all.computeIfAbsent(parts[0], _ -> new Cues()).put(parts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
