package org.wordborne.text;

import java.util.Arrays;
import java.util.List;

/// The word features of a scan: words, pairs, negated words, marks, moods, places.
///
/// Each has the stretch of tokens it stands for, so that a weight can be shown in the text.
final class Features {
  private static final int WORD = 1;
  private static final int PAIR = 2;
  private static final int NEGATED = 3;
  private static final int FIRST = 4;
  private static final int LAST = 5;
  private static final int MARK = 6;
  private static final int MOOD = 7;
  private static final int SHAPE = 8;
  private static final int SKIP = 9;
  private static final int CUE = 10;
  private static final int LINK = 11;
  private static final int NEGATION_REACH = 4;

  /// How many names of a link are looked at; room for them is reserved with each token.
  private static final int LINK_PARTS = 6;

  int[] key = new int[1024];
  int[] from = new int[1024];
  int[] to = new int[1024];
  int count;

  private int negatedUntil;
  private int positive;
  private int negative;
  private int questions;
  private int cries;
  private int words;
  private int links;

  /// Gathers the word features of a scan, with the moods of a language and the cues met.
  void gather(Scan scan, Lexicon lexicon, List<Cues.Met> met) {
    reset();
    for (var cue : met) {
      reserve();
      add(Hashes.key(Hashes.of(cue.intent()), CUE), cue.from(), cue.to() - 1);
    }
    int previous = Hashes.SEED;
    int before = Hashes.SEED;
    for (int t = 0; t < scan.count; t++) {
      reserve();
      int hash = scan.hash[t];
      boolean spoken = scan.kind[t] == Token.WORD || scan.kind[t] == Token.HASHTAG;
      add(Hashes.key(hash, WORD), t, t);
      add(Hashes.key(Hashes.pair(previous, hash), PAIR), Math.max(0, t - 1), t);
      if (t > 1) {
        add(Hashes.key(Hashes.pair(before, hash), SKIP), t - 2, t);
      }
      if (spoken) {
        spoken(scan, lexicon, t);
      } else {
        unspoken(scan, t);
      }
      before = previous;
      previous = hash;
    }
    places(scan);
    shape(scan);
  }

  private void reset() {
    count = 0;
    negatedUntil = -1;
    positive = 0;
    negative = 0;
    questions = 0;
    cries = 0;
    words = 0;
    links = 0;
  }

  private void spoken(Scan scan, Lexicon lexicon, int t) {
    words++;
    boolean negated = t <= negatedUntil;
    if (negated) {
      add(Hashes.key(scan.hash[t], NEGATED), t, t);
    }
    mark(scan.flags[t], t);
    byte marks = lexicon.marks(scan, t);
    if (marks == 0) {
      return;
    }
    if ((marks & Lexicon.NEGATION) != 0) {
      negatedUntil = t + NEGATION_REACH;
      add(Hashes.key(Lexicon.NEGATION, MOOD), t, t);
    }
    if ((marks & Lexicon.CONTRAST) != 0) {
      negatedUntil = -1;
      add(Hashes.key(Lexicon.CONTRAST, MOOD), t, t);
    }
    mood(marks, negated, t);
  }

  private void mood(byte marks, boolean negated, int t) {
    int mood = marks & (Lexicon.POSITIVE | Lexicon.NEGATIVE);
    if (mood == 0) {
      return;
    }
    add(Hashes.key(mood + (negated ? 64 : 0), MOOD), t, t);
    boolean good = (mood & Lexicon.POSITIVE) != 0;
    positive += good != negated ? 1 : 0;
    negative += good == negated ? 1 : 0;
  }

  private void mark(byte flags, int t) {
    if (flags != 0) {
      add(Hashes.key(flags, MARK), t, t);
    }
  }

  private void unspoken(Scan scan, int t) {
    if (scan.kind[t] == Token.LINK && scan.flags[t] != Token.MASKED) {
      links++;
      link(scan, t);
    }
    if (scan.kind[t] != Token.MARKS) {
      return;
    }
    char c = scan.text.charAt(scan.start[t]);
    if (c == '?') {
      questions++;
    } else if (c == '!') {
      cries++;
    }
    boolean ends = c == '.' || c == '!' || c == '?' || c == ';' || c == ',';
    negatedUntil = ends ? -1 : negatedUntil;
  }

  /// Adds the names of a link's host, and the words of its path: where it leads says much.
  private void link(Scan scan, int t) {
    int slashes = scan.text.indexOf("//", scan.start[t]);
    int from = slashes >= 0 && slashes < scan.end[t] ? slashes + 2 : scan.start[t];
    int h = Hashes.SEED;
    int parts = 0;
    for (int i = from; i <= scan.end[t] && parts < LINK_PARTS; i++) {
      char c = i < scan.end[t] ? scan.text.charAt(i) : '/';
      if (Character.isLetter(c)) {
        h = Hashes.step(h, Character.toLowerCase(c));
      } else if (h != Hashes.SEED) {
        add(Hashes.key(h, LINK), t, t);
        h = Hashes.SEED;
        parts++;
      }
    }
  }

  private void places(Scan scan) {
    int first = -1;
    int last = -1;
    for (int t = 0; t < scan.count; t++) {
      boolean placed = scan.kind[t] == Token.WORD || scan.kind[t] == Token.MARKS;
      first = placed && first < 0 ? t : first;
      last = placed ? t : last;
    }
    if (first >= 0) {
      add(Hashes.key(scan.hash[first], FIRST), first, first);
      add(Hashes.key(scan.hash[last], LAST), last, last);
    }
  }

  private void shape(Scan scan) {
    shape(1, Math.min(questions, 2));
    shape(2, Math.min(cries, 3));
    shape(3, Math.min(words / 5, 6));
    shape(4, mood(positive, negative));
    shape(5, scan.count > 0 && scan.kind[0] == Token.HANDLE ? 1 : 0);
    if (links > 0) {
      shape(7, Math.min(links, 3));
      shape(8, Math.min((words + 2) / 3, 5));
    }
    shape(6, scan.letters > 12 && scan.capitals * 2 > scan.letters ? 1 : 0);
  }

  /// Returns which of the two moods weighs more, and how clearly: 0 to 6, 3 for a draw.
  private static int mood(int good, int bad) {
    if (good == 0 && bad == 0) {
      return 7;
    }
    return Math.clamp(good - bad, -3, 3) + 3;
  }

  private void shape(int what, int value) {
    reserve();
    add(Hashes.key(what * 16 + value, SHAPE), -1, -1);
  }

  private void add(int feature, int first, int last) {
    key[count] = feature;
    from[count] = first;
    to[count++] = last;
  }

  private void reserve() {
    if (count + 16 > key.length) {
      key = Arrays.copyOf(key, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
  }
}
