package org.wordborne.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
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
    if (name.isEmpty() || name.equals("--help") || name.equals("-h")) {
      help();
      System.exit(0);
    }
    System.err.println(
        "wordborne: bench: there is no benchmark '" + name + "'; there are: " + names());
    System.exit(2);
  }

  private static String names() {
    return ServiceLoader.load(Benchmark.class).stream()
        .map(known -> known.get().name())
        .collect(Collectors.joining(", "));
  }

  private static void help() {
    System.out.println("Usage: wordborne bench NAME [--json] [arguments]");
    System.out.println("Runs a benchmark beside its peer, where it has one, in one run.");
    ServiceLoader.load(Benchmark.class)
        .forEach(known -> System.out.printf("  %-12s %s%n", known.name(), known.about()));
    System.out.print(
        """
        With --json one line each: {"name","ours","peer","peerName","ratio","unit","runs","java",
        "processors"}, without the peer's figures where there is no peer.

        Exit codes:
          0   Measured.
          2   There is no such benchmark: one line on standard error says which there are.
          1   It failed.

        Examples:
          wordborne bench start
          wordborne bench standing --json
        """);
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
