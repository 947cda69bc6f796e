package org.wordborne.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wordborne.network.Choices;
import org.wordborne.network.PassOn;
import org.wordborne.network.SeedAsk;
import org.wordborne.network.SeedSearch;
import org.wordborne.network.SeedSet;
import org.wordborne.network.Spread;
import org.wordborne.network.SpreadTrials;
import org.wordborne.network.VoiceGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whom to ask first, so that most people hear.
@Command(
    name = "seeds",
    description = "Choose people from whom talk gets furthest, with a certified bound.",
    mixinStandardHelpOptions = true)
final class NetworkCommandSeeds implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "GRAPH",
      description = "edge list 'from to [chance]', to hears from; may be gzipped; - for input")
  private String file = "-";

  @Option(names = "--header", description = "the first line is 'people arcs'")
  private boolean header;

  @Option(
      names = {"-k", "--seeds"},
      paramLabel = "K",
      description = "how many people (50; with --costs as many as the budget allows)")
  private int count;

  @Option(names = "--epsilon", description = "goes on until 1 - 1/e - epsilon is certified (0.1)")
  private double epsilon = .1;

  @Option(names = "--model", description = "wc|uniform:CHANCE|trivalency|lt|arcs (wc)")
  private String model = "wc";

  @Option(names = "--costs", description = "file of lines 'person cost'; others cost 1")
  private String costs = "";

  @Option(names = "--budget", description = "what all seeds may cost together")
  private double budget = Double.NaN;

  @Option(
      names = "--against",
      paramLabel = "RUMOUR",
      description = "where a rumour begins: 1,2,3 or a file; seeds then keep people from it")
  private String rumour = "";

  @Option(names = "--without", description = "who may not be chosen: 1,2,3 or a file")
  private String without = "";

  @Option(names = "--compare", description = "also most followed and random, by trials")
  private boolean compares;

  @Option(names = "--trials", description = "trials for --compare (${DEFAULT-VALUE})")
  private int trials = 2_000;

  @Option(names = "--threads", description = "how many threads (${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(names = "--seed", description = "of all chance (${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    boolean hasBudget = !Double.isNaN(budget);
    if (hasBudget == costs.isEmpty()) {
      throw new CommandException("--costs and --budget belong together");
    }
    VoiceGraph graph = NetworkCommandInput.graph(file, header);
    PassOn passOn = NetworkCommandInput.model(model, graph);
    double[] each = hasBudget ? NetworkCommandInput.costs(costs, graph.people()) : new double[0];
    try {
      SeedAsk ask = ask(graph, each);
      long began = System.nanoTime();
      SeedSet chosen = SeedSearch.choose(graph, passOn, ask, () -> false);
      double seconds = (System.nanoTime() - began) / 1e9;
      try (var json = new EngineJson(spec.commandLine().getOut())) {
        json.write(told(graph, passOn, chosen, each, seconds));
      }
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
    return 0;
  }

  private SeedAsk ask(VoiceGraph graph, double[] each) throws IOException {
    boolean hasCosts = each.length > 0;
    int wanted = spec.commandLine().getParseResult().hasMatchedOption("-k") ? count : 50;
    if (hasCosts && !spec.commandLine().getParseResult().hasMatchedOption("-k")) {
      wanted = graph.people();
    }
    var ask = SeedAsk.of(wanted).withEpsilon(epsilon).withSeed(seed).withThreads(threads);
    if (hasCosts) {
      ask = ask.withCosts(each, budget);
    }
    if (!rumour.isEmpty()) {
      ask = ask.against(NetworkCommandInput.people("--against", rumour, graph.people()));
    }
    if (!without.isEmpty()) {
      ask = ask.without(NetworkCommandInput.people("--without", without, graph.people()));
    }
    return ask;
  }

  private Map<String, Object> told(
      VoiceGraph graph, PassOn passOn, SeedSet chosen, double[] each, double seconds)
      throws IOException {
    var told = new LinkedHashMap<String, Object>();
    told.put("seeds", chosen.seeds());
    told.put("gains", Arrays.stream(chosen.gains()).map(NetworkCommandSeeds::ends).toList());
    told.put(rumour.isEmpty() ? "spread" : "saved", ends(chosen.spread()));
    told.put("guarantee", EngineJson.rounded(chosen.guarantee(), 4));
    told.put("rrSets", chosen.sets());
    told.put("seconds", EngineJson.rounded(seconds, 3));
    if (each.length > 0) {
      told.put("costs", Arrays.stream(chosen.seeds()).mapToDouble(who -> each[who]).toArray());
      told.put("budget", budget);
    }
    if (compares) {
      told.put("compare", compared(graph, passOn, chosen.seeds()));
    }
    return told;
  }

  /// The choice beside others, all on the same trials; ends are those of 95 %.
  private Map<String, Object> compared(VoiceGraph graph, PassOn passOn, int[] seeds)
      throws IOException {
    var left = new BitSet();
    int[] begins =
        rumour.isEmpty()
            ? new int[0]
            : NetworkCommandInput.people("--against", rumour, graph.people());
    Arrays.stream(begins).forEach(left::set);
    if (!without.isEmpty()) {
      Arrays.stream(NetworkCommandInput.people("--without", without, graph.people()))
          .forEach(left::set);
    }
    var played = new SpreadTrials(graph, passOn, trials, seed, threads);
    var all = new LinkedHashMap<String, int[]>();
    all.put("chosen", seeds);
    all.put("mostFollowed", Choices.mostFollowed(graph, seeds.length, left));
    all.put("random", Choices.random(graph, seeds.length, left, seed));
    var compared = new LinkedHashMap<String, Object>();
    all.forEach(
        (name, people) ->
            compared.put(
                name, ends(begins.length == 0 ? played.of(people) : played.saved(people, begins))));
    return compared;
  }

  static Map<String, Object> ends(Spread spread) {
    var ends = new LinkedHashMap<String, Object>();
    ends.put("estimate", EngineJson.rounded(spread.estimate(), 2));
    ends.put("lower", EngineJson.rounded(spread.lower(), 2));
    ends.put("upper", EngineJson.rounded(spread.upper(), 2));
    return ends;
  }
}
