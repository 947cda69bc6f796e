package org.wordborne.network;

import java.util.SplittableRandom;

/// Small graphs for tests, and their spread counted out exactly.
final class VoiceGraphs {
  private VoiceGraphs() {}

  /// 0 → 1 → 2 → …, each arc with the same chance.
  static VoiceGraph chain(int people, float chance) {
    var from = new int[people - 1];
    var to = new int[people - 1];
    var chances = new float[people - 1];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
      to[i] = i + 1;
      chances[i] = chance;
    }
    return VoiceGraph.of(people, from, to, chances);
  }

  /// 0 is heard by all others, each with the same chance.
  static VoiceGraph star(int people, float chance) {
    var to = new int[people - 1];
    var chances = new float[people - 1];
    for (int i = 0; i < to.length; i++) {
      to[i] = i + 1;
      chances[i] = chance;
    }
    return VoiceGraph.of(people, new int[people - 1], to, chances);
  }

  /// Arcs and chances by chance. Chances into one person come to at most 1.
  static VoiceGraph random(long seed, int people, int arcs) {
    var chance = new SplittableRandom(seed);
    var from = new int[arcs];
    var to = new int[arcs];
    var chances = new float[arcs];
    for (int i = 0; i < arcs; i++) {
      from[i] = chance.nextInt(people);
      to[i] = (from[i] + 1 + chance.nextInt(people - 1)) % people;
      chances[i] = (float) chance.nextDouble(.9);
    }
    for (int person = 0; person < people; person++) {
      float sum = 0;
      for (int i = 0; i < arcs; i++) {
        sum += to[i] == person ? chances[i] : 0;
      }
      for (int i = 0; i < arcs; i++) {
        chances[i] = to[i] == person && sum > 1 ? chances[i] / (sum * 1.001f) : chances[i];
      }
    }
    return VoiceGraph.of(people, from, to, chances);
  }

  /// The expected spread by adding up every world of passing and failing arcs; at most 16 arcs.
  static double exact(VoiceGraph graph, PassOn model, int... seeds) {
    var chances = ArcChances.of(graph, model);
    double sum = 0;
    for (int world = 0; world < 1 << graph.arcs(); world++) {
      double weight = 1;
      for (int person = 0; person < graph.people(); person++) {
        weight *= weight(graph, chances, person, world, model instanceof PassOn.LinearThreshold);
      }
      sum += weight == 0 ? 0 : weight * heard(graph, world, seeds);
    }
    return sum;
  }

  private static double weight(
      VoiceGraph graph, ArcChances chances, int person, int world, boolean threshold) {
    double all = 1;
    double none = 1;
    double one = 0;
    int passing = 0;
    for (int arc = graph.start[person]; arc < graph.start[person + 1]; arc++) {
      double chance = chances.of(arc, person);
      boolean passes = (world >> arc & 1) == 1;
      all *= passes ? chance : 1 - chance;
      none -= chance;
      one = passes ? chance : one;
      passing += passes ? 1 : 0;
    }
    if (!threshold) {
      return all;
    }
    return passing > 1 ? 0 : passing == 1 ? one : Math.max(0, none);
  }

  private static int heard(VoiceGraph graph, int world, int... seeds) {
    var heard = new boolean[graph.people()];
    for (int seed : seeds) {
      heard[seed] = true;
    }
    boolean grows = true;
    int count = 0;
    while (grows) {
      grows = false;
      for (int person = 0; person < heard.length; person++) {
        for (int arc = graph.start[person]; arc < graph.start[person + 1]; arc++) {
          if (!heard[person] && (world >> arc & 1) == 1 && heard[graph.speaker[arc]]) {
            heard[person] = true;
            grows = true;
          }
        }
      }
    }
    for (boolean each : heard) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /// The best pair of all pairs, and its spread.
  static double bestPair(VoiceGraph graph, PassOn model) {
    double best = 0;
    for (int one = 0; one < graph.people(); one++) {
      for (int other = one + 1; other < graph.people(); other++) {
        best = Math.max(best, exact(graph, model, one, other));
      }
    }
    return best;
  }

  /// What greedy reaches that knows every spread exactly.
  static double greedyPair(VoiceGraph graph, PassOn model) {
    int first = 0;
    for (int one = 1; one < graph.people(); one++) {
      first = exact(graph, model, one) > exact(graph, model, first) ? one : first;
    }
    double best = 0;
    for (int other = 0; other < graph.people(); other++) {
      best = Math.max(best, exact(graph, model, first, other));
    }
    return best;
  }
}
