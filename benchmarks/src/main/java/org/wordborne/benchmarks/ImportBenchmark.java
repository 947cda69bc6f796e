package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wordborne.town.Town;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Posts a second from the first line read to the last one searchable, beside Lucene alone.
public final class ImportBenchmark implements Benchmark {
  private static final long SEED = 11;
  private static final long USUAL = 100_000;
  private static final long LARGE = 500_000;
  private static final int WARM = 5_000;
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String about() {
    return "a file of posts heard, stored and searchable, end to end; arguments: sizes (100000)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    var sizes =
        arguments.isEmpty() ? List.of(USUAL) : arguments.stream().map(Long::valueOf).toList();
    var results = new ArrayList<Comparison>();
    for (long size : sizes) {
      Path file = file(SEED, size);
      try {
        measure(file, size, results);
      } finally {
        Files.delete(file);
      }
    }
    return results;
  }

  /* The first run is that of a cold process; a large size is warm for most of its one run. */
  private static void measure(Path file, long size, List<Comparison> results) throws Exception {
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var used = new ArrayList<Double>();
    var live = new ArrayList<Double>();
    var caughtUp = new ArrayList<Double>();
    int runs = size < LARGE ? RUNS : 1;
    for (int run = 0; run < runs; run++) {
      try (Served server = ServedHere.open();
          HeapWatch heap = HeapWatch.begin()) {
        addTopic(server);
        server.importLines(Town.generate(SEED + 1, WARM).map(ImportBenchmark::other));
        long before = server.searchable();
        long start = System.nanoTime();
        importAll(server, file, size, before);
        ours.add(size / seconds(start));
        used.add(heap.mostUsed());
        live.add(heap.mostLive());
        caughtUp.add(server.followersCaughtUp());
      }
      theirs.add(bare(file, size));
    }
    String name = "import of " + size + " posts";
    results.add(new Comparison(name, "Lucene 10.3 indexing alone", "posts/s", ours, theirs));
    results.add(new Comparison("heap, most in use in an " + name, "", "MB", used, List.of()));
    results.add(new Comparison("heap, most left by a full collection", "", "MB", live, List.of()));
    results.add(new Comparison("followers caught up after", "", "s", caughtUp, List.of()));
  }

  /// Imports a file of posts that are all new; whoever returns from here finds them all.
  static void importAll(Served server, Path file, long size, long before) throws IOException {
    JsonNode summary;
    try (Stream<String> lines = Files.lines(file)) {
      summary = server.importLines(lines);
    }
    long found = server.searchable() - before;
    if (summary.path("new").asLong() != size || found != size) {
      throw new IllegalStateException("found " + found + " of " + size + ": " + summary);
    }
  }

  /// A file of posts, made before anything is measured: to invent them takes processor time.
  static Path file(long seed, long size) throws IOException {
    Path file = Files.createTempFile("wordborne-bench", ".jsonl");
    try (Stream<String> lines = Town.generate(seed, size)) {
      Files.write(file, (Iterable<String>) lines::iterator);
    }
    return file;
  }

  /* Under another id, so that it is none of those that are counted. */
  private static String other(String line) {
    var post = (ObjectNode) Served.JSON.readTree(line);
    return Served.JSON.writeValueAsString(post.put("id", "warm-" + post.path("id").asString()));
  }

  static Comparison one(String name, double megabytes) {
    return new Comparison(name, "", "MB", List.of(megabytes), List.of());
  }

  static void addTopic(Served server) {
    server.post(
        "/topics",
        Map.of(
            "name", "bench", "query", "lantern OR coffee", "never", List.of(), "hide", List.of()));
  }

  private static double bare(Path file, long size) throws IOException {
    var folder = Files.createTempDirectory("wordborne-bare");
    long start = System.nanoTime();
    try (Stream<String> lines = Files.lines(file);
        var _ = BareIndex.of(folder, lines)) {
      return size / seconds(start);
    }
  }

  static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
