package org.wordborne.network;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Draws reverse-reachable sets: all people whose talk would have reached one person, the root,
/// who is drawn first. A set of people reaches n times the share of such sets that it meets
/// (Borgs, Brautbar, Chayes, Lucier, *Maximizing Social Influence in Nearly Optimal Time*,
/// SODA 2014).
///
/// Against a rumour, a set holds those who would have reached the root no later than the rumour,
/// and is empty where the rumour does not reach it. A person saved the root exactly when he is in
/// it: if both pass over the same arcs and a tie goes to the truth, nobody on his shortest way
/// hears the rumour first (Budak, Agrawal, El Abbadi, *Limiting the Spread of Misinformation in
/// Social Networks*, WWW 2011).
abstract class SetSampler {
  final VoiceGraph graph;
  final Chance stream = new Chance();
  private final @Nullable BitSet rumour;
  private final int[] mark;
  private final int[] queue;
  private int epoch;
  private int size;

  SetSampler(VoiceGraph graph, @Nullable BitSet rumour) {
    this.graph = graph;
    this.rumour = rumour;
    this.mark = new int[graph.people()];
    this.queue = new int[graph.people()];
  }

  static SetSampler of(ArcChances chances, PassOn model, @Nullable BitSet rumour) {
    if (model instanceof PassOn.LinearThreshold) {
      return new WalkSampler(chances);
    }
    double[] ofHearer = chances.ofHearer();
    return ofHearer == null
        ? new MixedSampler(chances, rumour)
        : new EvenSampler(chances.graph(), ofHearer, rumour);
  }

  /// Draws the set of a number; its people lie in [#people] up to the size returned.
  final int draw(long seed, long number) {
    stream.begin(seed, number);
    if (++epoch == 0) {
      java.util.Arrays.fill(mark, 0);
      epoch = 1;
    }
    size = 0;
    heardFrom(stream.whole(graph.people()));
    if (rumour != null) {
      return beforeRumour(rumour);
    }
    for (int next = 0; next < size; next++) {
      expand(queue[next]);
    }
    return size;
  }

  private int beforeRumour(BitSet rumour) {
    int level = 0;
    while (level < size) {
      int end = size;
      for (int i = level; i < end; i++) {
        if (rumour.get(queue[i])) {
          return without(rumour, end);
        }
      }
      for (int i = level; i < end; i++) {
        expand(queue[i]);
      }
      level = end;
    }
    return 0;
  }

  private int without(BitSet rumour, int end) {
    int kept = 0;
    for (int i = 0; i < end; i++) {
      if (!rumour.get(queue[i])) {
        queue[kept++] = queue[i];
      }
    }
    return kept;
  }

  final int[] people() {
    return queue;
  }

  /// Tries every arc into a hearer, and tells [#heardFrom] the speakers of those that pass.
  abstract void expand(int hearer);

  /// Returns whether the speaker is new in this set.
  final boolean heardFrom(int speaker) {
    if (mark[speaker] == epoch) {
      return false;
    }
    mark[speaker] = epoch;
    queue[size++] = speaker;
    return true;
  }
}
