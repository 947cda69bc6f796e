package org.wordborne.network;

import org.jspecify.annotations.Nullable;

/// The chance of every arc of a graph under a model: one for each hearer, or one for each arc.
final class ArcChances {
  private static final double[] THREE = {.1, .01, .001};
  private static final double ROUNDING = 1e-4;

  private final VoiceGraph graph;
  private final double @Nullable [] ofHearer;
  private final float @Nullable [] ofArc;

  private ArcChances(VoiceGraph graph, double @Nullable [] ofHearer, float @Nullable [] ofArc) {
    this.graph = graph;
    this.ofHearer = ofHearer;
    this.ofArc = ofArc;
  }

  static ArcChances of(VoiceGraph graph, PassOn model) {
    return switch (model) {
      case PassOn.WeightedCascade() -> new ArcChances(graph, oneByHeard(graph), null);
      case PassOn.Uniform(double chance) -> new ArcChances(graph, same(graph, chance), null);
      case PassOn.Trivalency(long seed) -> new ArcChances(graph, null, three(graph, seed));
      case PassOn.Arcs() -> new ArcChances(graph, null, given(graph));
      case PassOn.LinearThreshold() -> weights(graph);
    };
  }

  private static double[] oneByHeard(VoiceGraph graph) {
    var chances = new double[graph.people()];
    for (int person = 0; person < chances.length; person++) {
      chances[person] = 1.0 / Math.max(1, graph.hears(person));
    }
    return chances;
  }

  private static double[] same(VoiceGraph graph, double chance) {
    var chances = new double[graph.people()];
    java.util.Arrays.fill(chances, chance);
    return chances;
  }

  private static float[] three(VoiceGraph graph, long seed) {
    var chances = new float[graph.arcs()];
    for (int hearer = 0; hearer < graph.people(); hearer++) {
      for (int arc = graph.start[hearer]; arc < graph.start[hearer + 1]; arc++) {
        long ends = (long) graph.speaker[arc] << 32 | hearer;
        long drawn = Chance.mix(Chance.mix(ends) ^ Chance.mix(seed + 1));
        chances[arc] = (float) THREE[(int) Math.unsignedMultiplyHigh(drawn, THREE.length)];
      }
    }
    return chances;
  }

  private static float[] given(VoiceGraph graph) {
    if (graph.chance == null) {
      throw new IllegalArgumentException("model arcs: the graph carries no chances");
    }
    return graph.chance;
  }

  private static ArcChances weights(VoiceGraph graph) {
    if (graph.chance == null) {
      return new ArcChances(graph, oneByHeard(graph), null);
    }
    for (int hearer = 0; hearer < graph.people(); hearer++) {
      double sum = 0;
      for (int arc = graph.start[hearer]; arc < graph.start[hearer + 1]; arc++) {
        sum += graph.chance[arc];
      }
      if (sum > 1 + ROUNDING) {
        throw new IllegalArgumentException(
            "model lt: the weights into %d come to %.4f, more than 1".formatted(hearer, sum));
      }
    }
    return new ArcChances(graph, null, graph.chance);
  }

  VoiceGraph graph() {
    return graph;
  }

  /// The chances of the hearers, or null where each arc has its own.
  double @Nullable [] ofHearer() {
    return ofHearer;
  }

  /// The chance of one arc.
  double of(int arc, int hearer) {
    if (ofHearer != null) {
      return ofHearer[hearer];
    }
    return ofArc == null ? 0 : ofArc[arc];
  }
}
