package org.wordborne.server.spread;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.network.VoiceGraph;
import org.wordborne.server.person.TrustArcs;
import org.wordborne.server.workspace.Scope;

/// Who hears whom, as a graph for `engines/network`.
@Component
public class VoiceGraphs {
  private final TrustArcs arcs;

  VoiceGraphs(TrustArcs arcs) {
    this.arcs = arcs;
  }

  /// A graph whose person `i` is `people.get(i)`, and its arcs with the words behind them.
  public record NamedGraph(VoiceGraph graph, List<UUID> people, List<TrustArcs.Arc> arcs) {
    /// Takes copies.
    public NamedGraph {
      people = List.copyOf(people);
      arcs = List.copyOf(arcs);
    }

    /// The number of each person.
    public Map<UUID, Integer> numbers() {
      var numbers = new HashMap<UUID, Integer>();
      for (int i = 0; i < people.size(); i++) {
        numbers.put(people.get(i), i);
      }
      return numbers;
    }

    /// Whether there is nobody.
    public boolean isEmpty() {
      return people.isEmpty();
    }
  }

  /// The graph of deeds since `since`: everybody who hears somebody or is heard.
  public NamedGraph of(Scope scope, Instant since) {
    var all = arcs.arcs(scope, since);
    var names = new LinkedHashSet<UUID>();
    all.forEach(
        arc -> {
          names.add(arc.from());
          names.add(arc.to());
        });
    var people = names.stream().sorted().toList();
    var numbers = new HashMap<UUID, Integer>();
    for (int i = 0; i < people.size(); i++) {
      numbers.put(people.get(i), i);
    }
    int[] from = new int[all.size()];
    int[] to = new int[all.size()];
    float[] chance = new float[all.size()];
    for (int i = 0; i < all.size(); i++) {
      var arc = all.get(i);
      from[i] = numbers.getOrDefault(arc.from(), 0);
      to[i] = numbers.getOrDefault(arc.to(), 0);
      chance[i] = (float) arc.chance();
    }
    return new NamedGraph(VoiceGraph.of(Math.max(1, people.size()), from, to, chance), people, all);
  }
}
