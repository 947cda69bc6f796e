package org.wordborne.network;

import java.util.BitSet;

/// What one would do without a search: for comparison.
public final class Choices {
  private Choices() {}

  /// The people with most followers; of equal ones the lower number.
  ///
  /// @param count how many, at least 0
  /// @param without who may not be chosen
  public static int[] mostFollowed(VoiceGraph graph, int count, BitSet without) {
    var order = new LazyHeap(graph.people());
    for (int person = 0; person < graph.people(); person++) {
      if (!without.get(person)) {
        order.add(person, graph.followers(person));
      }
    }
    order.order();
    return first(order, count);
  }

  /// People drawn by chance, each choice as likely as any other.
  public static int[] random(VoiceGraph graph, int count, BitSet without, long seed) {
    var chance = new Chance();
    chance.begin(seed, 0);
    var order = new LazyHeap(graph.people());
    for (int person = 0; person < graph.people(); person++) {
      double drawn = chance.unit();
      if (!without.get(person)) {
        order.add(person, drawn);
      }
    }
    order.order();
    return first(order, count);
  }

  private static int[] first(LazyHeap order, int count) {
    var chosen = new int[count];
    int size = 0;
    while (size < count && !order.isEmpty()) {
      chosen[size++] = order.first();
      order.dropFirst();
    }
    return java.util.Arrays.copyOf(chosen, size);
  }
}
