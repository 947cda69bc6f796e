package org.wordborne.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/// Standing queries beside Lucene Monitor: posts for each second of processor time, one matching
/// thread, one post at a time. Processor time is the whole process's, so that collecting garbage
/// and compiling count.
///
/// Arguments: the number of queries (10000), of posts (20000), and a file of texts to take in
/// place of made ones.
public final class StandingBenchmark implements Benchmark {
  private static final int RUNS = 3;
  private static final int WARM_UP = 3_000;
  private static final long LEAST_NANOS = 1_000_000_000;

  /// Is made by the service loader.
  public StandingBenchmark() {}

  @Override
  public String name() {
    return "standing";
  }

  @Override
  public String about() {
    return "many queries, one post: ours beside Lucene Monitor";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    int count = arguments.isEmpty() ? 10_000 : Integer.parseInt(arguments.get(0));
    int posts = arguments.size() < 2 ? 20_000 : Integer.parseInt(arguments.get(1));
    var measured =
        arguments.size() < 3
            ? StandingWorkload.made(posts, 99)
            : StandingWorkload.read(Path.of(arguments.get(2)));
    var warming = arguments.size() < 3 ? StandingWorkload.made(WARM_UP, 98) : measured;
    var queries = measured.queries(count);
    var texts = measured.texts().subList(0, Math.min(posts, measured.texts().size()));
    var warm = warming.texts().subList(0, Math.min(WARM_UP, warming.texts().size()));
    try (var ours = new OurStanding(queries);
        var usual = new LuceneStanding(queries, new TermFilteredPresearcher());
        var better = new LuceneStanding(queries, new MultipassTermFilteredPresearcher(4))) {
      return compare(count, List.of(ours, usual, better), texts, warm);
    }
  }

  private static List<Comparison> compare(
      int count, List<StandingSide> sides, List<String> texts, List<String> warm) throws Exception {
    var rates = List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>());
    for (var side : sides) {
      rate(side, warm);
    }
    long matches = -1;
    for (int run = 0; run < RUNS; run++) {
      for (int i = 0; i < sides.size(); i++) {
        var measured = rate(sides.get(i), texts);
        rates.get(i).add(measured.postsPerSecond);
        long found = measured.matches;
        if (matches >= 0 && found != matches) {
          throw new IllegalStateException("matches differ: " + matches + " and " + found);
        }
        matches = found;
      }
    }
    System.err.printf(
        "standing: %,d queries, %,d posts, %,d matches on each side%n",
        count, texts.size(), matches);
    return List.of(
        comparison(count, "TermFilteredPresearcher", rates.get(0), rates.get(1)),
        comparison(count, "MultipassTermFilteredPresearcher(4)", rates.get(0), rates.get(2)));
  }

  private record Rate(double postsPerSecond, long matches) {}

  /// Matches the posts over and over until the clock, which ticks in hundredths, says enough.
  private static Rate rate(StandingSide side, List<String> texts) throws Exception {
    var prepared = side.prepare(texts);
    long before = cpuNanos();
    long posts = 0;
    long matches = 0;
    do {
      matches = side.match(prepared);
      posts += prepared.size();
    } while (cpuNanos() - before < LEAST_NANOS);
    return new Rate(posts * 1e9 / (cpuNanos() - before), matches);
  }

  private static Comparison comparison(
      int count, String presearcher, List<Double> ours, List<Double> theirs) {
    return new Comparison(
        "standing, " + count + " queries",
        "Lucene Monitor 10.3.0, " + presearcher,
        "posts/CPU s",
        ours,
        theirs);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
