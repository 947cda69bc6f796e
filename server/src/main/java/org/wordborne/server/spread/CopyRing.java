package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wordborne.server.mention.Mention;
import org.wordborne.text.Fingerprint;

/// The wordings of the last day, to find what many people repeat.
///
/// 20,000 words at most; comparing one with all takes some 30 µs.
final class CopyRing {
  static final int MANY = 5;
  private static final int SIZE = 20_000;
  private static final int SHORTEST = 30;
  private static final Duration DAY = Duration.ofHours(24);
  private final Deque<Heard> heard = new ArrayDeque<>();

  private record Heard(UUID mention, UUID handle, Instant at, long print, String origin) {}

  /// Takes a word and returns the words of the day that say the same, itself among them, if so
  /// many people do that it is a tale; else nothing.
  synchronized List<UUID> take(Mention word) {
    String origin = root(word);
    boolean comparable = word.text().length() >= SHORTEST && word.fingerprint() != 0;
    long print = comparable ? word.fingerprint() : 0;
    heard.removeIf(one -> one.mention.equals(word.id()));
    heard.addLast(new Heard(word.id(), word.author().handle(), word.spokenAt(), print, origin));
    if (heard.size() > SIZE) {
      heard.removeFirst();
    }
    var people = new HashMap<UUID, UUID>();
    var same = new ArrayList<UUID>();
    for (Heard one : heard) {
      if (alike(one, print, origin) && near(one.at, word.spokenAt())) {
        people.putIfAbsent(one.handle, one.mention);
        same.add(one.mention);
      }
    }
    return people.size() >= MANY ? same : List.of();
  }

  private static boolean alike(Heard one, long print, String origin) {
    boolean copies =
        print != 0 && one.print != 0 && Fingerprint.distance(print, one.print) <= Fingerprint.NEAR;
    return copies || origin.equals(one.origin);
  }

  private static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(DAY) <= 0;
  }

  /* What a repost repeats, in the place where its id is one. */
  private static String root(Mention word) {
    String id = word.repostOf().isEmpty() ? word.nativeId() : word.repostOf();
    return word.channel() + " " + word.origin() + " " + id;
  }

  /// Rings of workspaces.
  static final class All {
    private final Map<UUID, CopyRing> rings = new HashMap<>();

    synchronized CopyRing of(UUID workspace) {
      return rings.computeIfAbsent(workspace, _ -> new CopyRing());
    }
  }
}
