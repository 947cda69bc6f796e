package org.wordborne.network;

import org.jspecify.annotations.Nullable;

/// Lays arcs by hearer and, for each hearer, by speaker: two stable counting sorts.
final class ArcSort {
  private final int people;
  private final int[] from;
  private final int[] to;
  private final float @Nullable [] chance;

  ArcSort(int people, int[] from, int[] to, float @Nullable [] chance) {
    this.people = people;
    this.from = from;
    this.to = to;
    this.chance = chance;
    for (int arc = 0; arc < from.length; arc++) {
      check(from[arc], "from", arc);
      check(to[arc], "to", arc);
      if (chance != null && !(chance[arc] >= 0 && chance[arc] <= 1)) {
        throw new IllegalArgumentException(
            "chance[" + arc + "] must be in [0, 1], was " + chance[arc]);
      }
    }
  }

  private void check(int person, String what, int arc) {
    if (person < 0 || person >= people) {
      throw new IllegalArgumentException(
          "%s[%d] must be in [0, %d), was %d".formatted(what, arc, people, person));
    }
  }

  VoiceGraph graph() {
    int kept = 0;
    var followers = new int[people];
    var start = new int[people + 1];
    for (int arc = 0; arc < from.length; arc++) {
      if (from[arc] != to[arc]) {
        kept++;
        followers[from[arc]]++;
        start[to[arc] + 1]++;
      }
    }
    for (int person = 0; person < people; person++) {
      start[person + 1] += start[person];
    }
    int[] bySpeaker = bySpeaker(followers, kept);
    var speaker = new int[kept];
    var chances = chance == null ? null : new float[kept];
    var next = start.clone();
    for (int arc : bySpeaker) {
      int place = next[to[arc]]++;
      speaker[place] = from[arc];
      if (chances != null && chance != null) {
        chances[place] = chance[arc];
      }
    }
    return VoiceGraph.sorted(start, speaker, chances, followers);
  }

  private int[] bySpeaker(int[] followers, int kept) {
    var next = new int[people];
    int total = 0;
    for (int person = 0; person < people; person++) {
      next[person] = total;
      total += followers[person];
    }
    var order = new int[kept];
    for (int arc = 0; arc < from.length; arc++) {
      if (from[arc] != to[arc]) {
        order[next[from[arc]]++] = arc;
      }
    }
    return order;
  }
}
