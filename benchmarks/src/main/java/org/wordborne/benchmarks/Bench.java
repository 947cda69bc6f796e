package org.wordborne.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import tools.jackson.databind.json.JsonMapper;

/// `wordborne bench NAME [--json] [arguments]`: runs a benchmark and prints its comparisons.
public final class Bench {
  private Bench() {}

  /// Exit 0 when measured, 1 when it failed, 2 when there is no such benchmark.
  public static void main(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.remove("bench");
    boolean json = words.remove("--json");
    String name = words.isEmpty() ? "" : words.removeFirst();
    for (Benchmark benchmark : ServiceLoader.load(Benchmark.class)) {
      if (benchmark.name().equals(name)) {
        for (Comparison comparison : benchmark.run(words)) {
          System.out.println(json ? inJson(comparison) : inWords(comparison));
        }
        System.exit(0);
      }
    }
    System.err.println("wordborne bench: usage: bench NAME [--json], where NAME is one of");
    ServiceLoader.load(Benchmark.class)
        .forEach(known -> System.err.printf("  %-12s %s%n", known.name(), known.about()));
    System.exit(name.isEmpty() || name.equals("--help") ? 0 : 2);
  }

  private static String inWords(Comparison comparison) {
    String ours =
        "%s: %,.1f %s".formatted(comparison.name(), comparison.oursMedian(), comparison.unit());
    if (comparison.theirs().isEmpty()) {
      return ours + ", median of " + comparison.ours().size();
    }
    return "%s, %s %,.1f, ratio %.2f, medians of %d"
        .formatted(
            ours,
            comparison.peer(),
            comparison.peerMedian(),
            comparison.ratio(),
            comparison.ours().size());
  }

  private static String inJson(Comparison comparison) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", comparison.name());
    line.put("ours", comparison.oursMedian());
    if (!comparison.theirs().isEmpty()) {
      line.put("peer", comparison.peerMedian());
      line.put("peerName", comparison.peer());
      line.put("ratio", comparison.ratio());
    }
    line.put("unit", comparison.unit());
    line.put("runs", Map.of("ours", comparison.ours(), "peer", comparison.theirs()));
    line.put("java", Runtime.version().toString());
    line.put("processors", Runtime.getRuntime().availableProcessors());
    return JsonMapper.shared().writeValueAsString(line);
  }
}
