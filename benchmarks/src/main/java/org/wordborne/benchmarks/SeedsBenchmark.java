package org.wordborne.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.wordborne.network.Choices;
import org.wordborne.network.PassOn;
import org.wordborne.network.SeedAsk;
import org.wordborne.network.SeedSearch;
import org.wordborne.network.SpreadTrials;
import org.wordborne.network.VoiceGraph;

/// Choosing 50 people: time, and how far talk gets by trials that had no part in the choice, beside
/// greedy by playing forward (with lazy evaluation), the most followed, and chance.
///
/// Arguments: a model (wc), and edge lists with a header (a made graph of 75,000 people).
public final class SeedsBenchmark implements Benchmark {
  private static final int SEEDS = 50;
  private static final int RUNS = 5;
  private static final int TRIALS = 2_000;
  private static final int SMALL = 2_000;
  private static final int SMALL_SEEDS = 10;
  private static final int SMALL_TRIALS = 500;

  /// Is made by the service loader.
  public SeedsBenchmark() {}

  @Override
  public String name() {
    return "seeds";
  }

  @Override
  public String about() {
    return "whom to ask first: ours beside greedy by playing forward, most followed, chance";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    PassOn model = PassOn.parse(arguments.isEmpty() ? "wc" : arguments.getFirst());
    var comparisons = new ArrayList<>(besideForward(model));
    if (arguments.size() < 2) {
      comparisons.addAll(large("made graph", made(75_000, 11, 7), model));
    }
    for (String file : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      comparisons.addAll(large(Path.of(file).getFileName().toString(), read(file), model));
    }
    return comparisons;
  }

  private static VoiceGraph read(String file) throws Exception {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(file))),
                StandardCharsets.UTF_8))) {
      return VoiceGraph.read(lines.lines()::iterator, true);
    } catch (IOException e) {
      throw new IOException(file + ": must be a gzipped edge list with a header", e);
    }
  }

  /// Newcomers hear those who are heard already: the more, the likelier.
  private static VoiceGraph made(int people, int each, long seed) {
    var chance = new SplittableRandom(seed);
    var from = new int[(people - 1) * each];
    var to = new int[from.length];
    int arcs = 0;
    for (int person = 1; person < people; person++) {
      for (int i = 0; i < each; i++) {
        boolean famous = arcs > 0 && chance.nextDouble() < .8;
        from[arcs] = famous ? from[chance.nextInt(arcs)] : chance.nextInt(person);
        to[arcs++] = person;
      }
    }
    return VoiceGraph.of(people, from, to, null);
  }

  private static List<Comparison> large(String name, VoiceGraph graph, PassOn model) {
    var millis = new ArrayList<Double>();
    int[] seeds = {};
    for (int run = 0; run < RUNS + 2; run++) {
      long began = System.nanoTime();
      var chosen = SeedSearch.choose(graph, model, SeedAsk.of(SEEDS), () -> false);
      if (run >= 2) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
      seeds = chosen.seeds();
      System.err.printf(
          "%s: run %d, %.3f s, %s, guarantee %.3f, %,d sets of %,d people%n",
          name,
          run,
          (System.nanoTime() - began) / 1e9,
          chosen.spread(),
          chosen.guarantee(),
          chosen.sets(),
          chosen.entries());
    }
    var played = new SpreadTrials(graph, model, TRIALS, 99, 1);
    double ours = played.of(seeds).estimate();
    var none = new BitSet();
    double followed = played.of(Choices.mostFollowed(graph, SEEDS, none)).estimate();
    double random = played.of(Choices.random(graph, SEEDS, none, 5)).estimate();
    return List.of(
        new Comparison(name + ", k 50, warm", "", "ms", millis, List.of()),
        new Comparison(
            name + ", spread", "most followed", "people", List.of(ours), List.of(followed)),
        new Comparison(name + ", spread", "chance", "people", List.of(ours), List.of(random)));
  }

  private static List<Comparison> besideForward(PassOn model) {
    var graph = made(SMALL, 8, 3);
    var millis = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    int[] seeds = {};
    int[] forward = {};
    for (int run = 0; run < 3; run++) {
      long began = System.nanoTime();
      seeds = SeedSearch.choose(graph, model, SeedAsk.of(SMALL_SEEDS), () -> false).seeds();
      millis.add((System.nanoTime() - began) / 1e6);
      began = System.nanoTime();
      forward = forward(graph, model);
      theirs.add((System.nanoTime() - began) / 1e6);
    }
    var played = new SpreadTrials(graph, model, 10_000, 99, 1);
    String peer = "greedy by " + SMALL_TRIALS + " forward trials, lazy";
    String name = "made graph of 2,000, k 10";
    return List.of(
        new Comparison(name, peer, "ms", millis, theirs),
        new Comparison(
            name + ", spread",
            peer,
            "people",
            List.of(played.of(seeds).estimate()),
            List.of(played.of(forward).estimate())));
  }

  /// Kempe, Kleinberg and Tardos as they wrote it, with the lazy evaluation of Leskovec and others.
  private static int[] forward(VoiceGraph graph, PassOn model) {
    record Candidate(int person, double gain, int after) {}
    var played = new SpreadTrials(graph, model, SMALL_TRIALS, 1, 1);
    var order =
        new java.util.PriorityQueue<Candidate>(
            (one, other) -> Double.compare(other.gain, one.gain));
    for (int person = 0; person < graph.people(); person++) {
      order.add(new Candidate(person, played.of(person).estimate(), 0));
    }
    var chosen = new int[0];
    double reached = 0;
    while (chosen.length < SMALL_SEEDS) {
      var best = order.remove();
      int[] with = java.util.Arrays.copyOf(chosen, chosen.length + 1);
      with[chosen.length] = best.person;
      if (best.after == chosen.length) {
        reached += best.gain;
        chosen = with;
      } else {
        double gain = played.of(with).estimate() - reached;
        order.add(new Candidate(best.person, gain, chosen.length));
      }
    }
    return chosen;
  }
}
