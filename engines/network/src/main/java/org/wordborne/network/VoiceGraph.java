package org.wordborne.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who hears whom: people numbered from 0, and an arc `a → b` where b hears a.
///
/// An arc may carry the chance that b passes on what a said, in `[0, 1]`. Arcs from a person to
/// himself are dropped; arcs given twice are two arcs, each with its own try. The order in which
/// arcs are given does not matter.
///
/// ```java
/// var graph = VoiceGraph.of(3, new int[] {0, 0}, new int[] {1, 2}, null);
/// graph.followers(0);  // 2
/// ```
///
/// Instances are immutable and safe for many threads. Memory: 4 bytes an arc, 8 a person; 4 more
/// an arc with chances.
public final class VoiceGraph {
  /*
   * Arcs lie by hearer (compressed rows of the reversed graph), since reverse-reachable sets walk
   * from hearer to speaker. Two stable counting sorts, by speaker and then by hearer, make the
   * layout independent of the order of the lines.
   */
  final int[] start;
  final int[] speaker;
  final float @Nullable [] chance;
  private final int[] followers;

  private VoiceGraph(int[] start, int[] speaker, float @Nullable [] chance, int[] followers) {
    this.start = start;
    this.speaker = speaker;
    this.chance = chance;
    this.followers = followers;
  }

  /// Makes a graph of arcs `from[i] → to[i]`.
  ///
  /// @param people how many people there are, at least 1
  /// @param from speakers, each in `[0, people)`
  /// @param to hearers, as many as speakers
  /// @param chance chance of each arc in `[0, 1]`, or null where arcs have none
  /// @throws IllegalArgumentException if lengths differ or a number is outside its range
  public static VoiceGraph of(int people, int[] from, int[] to, float @Nullable [] chance) {
    if (people < 1) {
      throw new IllegalArgumentException("people must be at least 1, was " + people);
    }
    if (from.length != to.length || chance != null && chance.length != from.length) {
      throw new IllegalArgumentException("from, to and chance must be equally long");
    }
    return new ArcSort(people, from, to, chance).graph();
  }

  static VoiceGraph sorted(int[] start, int[] speaker, float @Nullable [] chance, int[] followers) {
    return new VoiceGraph(start, speaker, chance, followers);
  }

  /// Reads an edge list: `from to [chance]` a line, parted by blanks, tabs or commas; lines that
  /// are empty or begin with `#` or `%` are passed over.
  ///
  /// @param lines the lines, without their ends
  /// @param header whether the first line is `people arcs`; else people are counted up to the
  ///     highest number
  /// @throws GraphException naming the line that is wrong
  public static VoiceGraph read(Iterable<String> lines, boolean header) throws GraphException {
    var reader = new ArcReader(header);
    for (String line : lines) {
      reader.line(line);
    }
    return reader.graph();
  }

  /// How many people there are.
  public int people() {
    return followers.length;
  }

  /// How many arcs there are.
  public int arcs() {
    return speaker.length;
  }

  /// Whether arcs carry chances of their own.
  public boolean hasChances() {
    return chance != null;
  }

  /// How many a person hears (arcs that end there).
  public int hears(int person) {
    return start[person + 1] - start[person];
  }

  /// How many hear a person (arcs that begin there).
  public int followers(int person) {
    return followers[person];
  }

  /// The speakers that a person hears, in ascending order.
  public int[] speakers(int person) {
    return Arrays.copyOfRange(speaker, start[person], start[person + 1]);
  }
}
