package org.wordborne.network;

/// Arcs by speaker, with the chance of each: the way talk goes.
final class Forward {
  final int[] start;
  final int[] hearer;
  final float[] chance;
  final boolean threshold;

  Forward(ArcChances chances, PassOn model) {
    var graph = chances.graph();
    threshold = model instanceof PassOn.LinearThreshold;
    start = new int[graph.people() + 1];
    hearer = new int[graph.arcs()];
    chance = new float[graph.arcs()];
    for (int person = 0; person < graph.people(); person++) {
      start[person + 1] = start[person] + graph.followers(person);
    }
    int[] next = start.clone();
    for (int person = 0; person < graph.people(); person++) {
      for (int arc = graph.start[person]; arc < graph.start[person + 1]; arc++) {
        int place = next[graph.speaker[arc]]++;
        hearer[place] = person;
        chance[place] = (float) chances.of(arc, person);
      }
    }
  }

  int people() {
    return start.length - 1;
  }
}
