package org.wordborne.benchmarks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.wordborne.town.Town;
import tools.jackson.databind.JsonNode;

/// Posts a second from the first line read to the last one searchable, beside Lucene alone.
public final class ImportBenchmark implements Benchmark {
  private static final long SEED = 11;
  private static final long USUAL = 100_000;
  private static final long MEGA = 1 << 20;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String about() {
    return "posts heard, stored and searchable, end to end; arguments: sizes (100000)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    var sizes =
        arguments.isEmpty() ? List.of(USUAL) : arguments.stream().map(Long::valueOf).toList();
    var results = new ArrayList<Comparison>();
    for (long size : sizes) {
      measure(size, results);
    }
    return results;
  }

  private static void measure(long size, List<Comparison> results) throws Exception {
    double ours;
    double heap;
    try (Served server = Served.open()) {
      server.post(
          "/topics",
          java.util.Map.of(
              "name",
              "bench",
              "query",
              "lantern OR coffee",
              "never",
              List.of(),
              "hide",
              List.of()));
      server.importLines(Town.generate(SEED + 1, 5_000)); // warm-up
      long start = System.nanoTime();
      JsonNode summary = server.importLines(Town.generate(SEED, size));
      ours = size / seconds(start);
      long kept = summary.path("new").asLong() + summary.path("updated").asLong();
      if (kept + summary.path("same").asLong() < size) {
        throw new IllegalStateException("not all were kept: " + summary);
      }
      System.gc();
      heap =
          (double) (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGA;
    }
    var folder = Files.createTempDirectory("wordborne-bare");
    long start = System.nanoTime();
    try (var _ = BareIndex.of(folder, Town.generate(SEED, size))) {
      double theirs = size / seconds(start);
      results.add(
          new Comparison(
              "import of " + size + " posts",
              "Lucene 10.3 indexing alone",
              "posts/s",
              List.of(ours),
              List.of(theirs)));
    }
    results.add(new Comparison("heap in use after " + size, "", "MB", List.of(heap), List.of()));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
