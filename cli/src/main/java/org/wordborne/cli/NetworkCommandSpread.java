package org.wordborne.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.wordborne.network.PassOn;
import org.wordborne.network.SpreadTrials;
import org.wordborne.network.VoiceGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// How far talk gets from given people, by playing it out.
@Command(
    name = "spread",
    description = "How many hear, when given people speak first: by trials, ends of 95 %%.",
    mixinStandardHelpOptions = true)
final class NetworkCommandSpread implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "GRAPH",
      description = "edge list 'from to [chance]', to hears from; may be gzipped; - for input")
  private String file = "-";

  @Option(names = "--header", description = "the first line is 'people arcs'")
  private boolean header;

  @Option(names = "--seeds", required = true, description = "who speaks first: 1,2,3 or a file")
  private String seeds = "";

  @Option(names = "--model", description = "wc|uniform:CHANCE|trivalency|lt|arcs (wc)")
  private String model = "wc";

  @Option(names = "--trials", description = "how many trials (${DEFAULT-VALUE})")
  private int trials = 10_000;

  @Option(names = "--threads", description = "how many threads (${DEFAULT-VALUE})")
  private int threads = 1;

  @Option(names = "--seed", description = "of all chance (${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    VoiceGraph graph = NetworkCommandInput.graph(file, header);
    PassOn passOn = NetworkCommandInput.model(model, graph);
    int[] people = NetworkCommandInput.people("--seeds", seeds, graph.people());
    try (var json = new EngineJson(spec.commandLine().getOut())) {
      long began = System.nanoTime();
      var spread = new SpreadTrials(graph, passOn, trials, seed, threads).of(people);
      var told = new LinkedHashMap<String, Object>();
      told.put("spread", NetworkCommandSeeds.ends(spread));
      told.put("trials", trials);
      told.put("seconds", EngineJson.rounded((System.nanoTime() - began) / 1e9, 3));
      json.write(told);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
    return 0;
  }
}
