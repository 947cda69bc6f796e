package org.wordborne.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.wordborne.town.Town;

/// First page of a search over HTTP with people counted, facets and marks, beside Lucene's bare
/// search.
public final class SearchBenchmark implements Benchmark {
  private static final long SEED = 13;
  private static final int QUERIES = 300;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String about() {
    return "first page of (A OR B) AND C NOT D; arguments: mentions (100000)";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    long size = arguments.isEmpty() ? 100_000 : Long.parseLong(arguments.getFirst());
    List<String> words = vocabulary();
    Path file = ImportBenchmark.file(SEED, size);
    try {
      var results = new ArrayList<Comparison>();
      var pages = new ArrayList<Double>();
      var months = new ArrayList<Double>();
      try (Served server = ServedHere.open();
          HeapWatch heap = HeapWatch.begin()) {
        ImportBenchmark.addTopic(server);
        results.add(filled(server, file, size));
        ask(server, words, pages, months);
        results.add(ImportBenchmark.one("heap, most in use", heap.mostUsed()));
        results.add(ImportBenchmark.one("heap, most left by a full collection", heap.mostLive()));
      }
      var theirs = bare(file, words);
      results.add(percentile("search p50 over " + size, pages, theirs, .50));
      results.add(percentile("search p95 over " + size, pages, theirs, .95));
      results.add(percentile("histogram p95 over " + size, months, List.of(), .95));
      return results;
    } finally {
      Files.delete(file);
    }
  }

  private static Comparison filled(Served server, Path file, long size) throws Exception {
    long start = System.nanoTime();
    ImportBenchmark.importAll(server, file, size, 0);
    double rate = size / ImportBenchmark.seconds(start);
    System.err.printf("search: %,d posts imported, %,.0f a second%n", size, rate);
    return new Comparison("import of " + size + " posts", "", "posts/s", List.of(rate), List.of());
  }

  /* Twice, of which the second counts. */
  private static void ask(
      Served server, List<String> words, List<Double> pages, List<Double> months) throws Exception {
    for (int pass = 0; pass < 2; pass++) {
      pages.clear();
      months.clear();
      for (List<String> q : questions(words)) {
        String query = "(%s OR %s) AND %s NOT %s".formatted(q.get(0), q.get(1), q.get(2), q.get(3));
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        pages.add(millis(() -> server.get("/mentions?limit=30&query=" + encoded)));
        months.add(millis(() -> server.get("/mentions/histogram?bucket=day&query=" + encoded)));
      }
    }
  }

  private static List<Double> bare(Path file, List<String> words) throws Exception {
    try (var lines = Files.lines(file);
        var bare = BareIndex.of(Files.createTempDirectory("wordborne-bare"), lines)) {
      var theirs = new ArrayList<Double>();
      for (int pass = 0; pass < 2; pass++) {
        theirs.clear();
        for (List<String> q : questions(words)) {
          theirs.add(millis(() -> bare.search(query(q))));
        }
      }
      return theirs;
    }
  }

  private static Query query(List<String> q) {
    var either =
        new BooleanQuery.Builder()
            .add(term(q.get(0)), Occur.SHOULD)
            .add(term(q.get(1)), Occur.SHOULD)
            .build();
    return new BooleanQuery.Builder()
        .add(either, Occur.MUST)
        .add(term(q.get(2)), Occur.MUST)
        .add(term(q.get(3)), Occur.MUST_NOT)
        .build();
  }

  private static Query term(String word) {
    return new TermQuery(new Term("text", word));
  }

  /* Plain words that occur at least twice in a sample, so that both sides understand them alike. */
  private static List<String> vocabulary() {
    return Town.generate(SEED, 4_000)
        .map(line -> Served.JSON.readTree(line).path("text").asString(""))
        .flatMap(
            text ->
                java.util.Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")))
        .filter(word -> word.length() > 3)
        .collect(Collectors.groupingBy(word -> word, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= 2)
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<List<String>> questions(List<String> words) {
    var random = new Random(5);
    var questions = new ArrayList<List<String>>();
    for (int i = 0; i < QUERIES; i++) {
      var one = new ArrayList<String>();
      for (int j = 0; j < 4; j++) {
        one.add(words.get(random.nextInt(words.size())));
      }
      questions.add(one);
    }
    return questions;
  }

  private static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static Comparison percentile(
      String name, List<Double> ours, List<Double> theirs, double share) {
    var peer = theirs.isEmpty() ? "" : "Lucene 10.3, in the process, without HTTP and facets";
    return new Comparison(
        name,
        peer,
        "ms",
        List.of(at(ours, share)),
        theirs.isEmpty() ? List.of() : List.of(at(theirs, share)));
  }

  /// The value below which `share` of the values lie.
  static double at(List<Double> values, double share) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size())));
  }

  private interface Work {
    void run() throws Exception;
  }
}
