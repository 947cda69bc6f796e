package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wordborne.spread.Cascade;
import org.wordborne.spread.ForecastEvaluation;
import org.wordborne.spread.ForecastTrainer;
import org.wordborne.spread.Forecaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Learns new weights of the forecaster. Of each set that is learned from, the first two thirds are
/// taken, so that the last third stays for `evaluate`.
@Command(
    name = "train",
    description = "Learns the weights of the forecaster from cascades that ended.",
    footer = "  wordborne spread train --data cascades --out forecast.bin",
    mixinStandardHelpOptions = true)
final class SpreadCommandTrain implements Callable<Integer> {
  private static final String BEGIN = "<!-- figures: begin -->";
  private static final String END = "<!-- figures: end -->";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, description = "Folder with files of cascades, CSV.")
  private Path data = Path.of(".");

  @Option(
      names = "--learn",
      description = "Beginning of the names to learn from; others only test (${DEFAULT-VALUE}).")
  private String learn = "retweets";

  @Option(names = "--out", description = "File to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("forecast.bin");

  @Option(names = "--card", description = "Model card whose table of figures is renewed.")
  private Path card = Path.of("");

  @Option(names = "--simulated", description = "How many to simulate (default: ${DEFAULT-VALUE}).")
  private int simulated = 4_000;

  @Option(
      names = "--whole",
      description = "Learn from each cascade as it is, not also thinned: for stories of one kind.")
  private boolean whole;

  @Option(names = "--seed", description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Override
  public Integer call() throws IOException {
    var sets = SpreadCommandEvaluate.sets(data);
    var learned = new ArrayList<Cascade>();
    sets.forEach(
        (name, cascades) -> {
          if (name.startsWith(learn)) {
            learned.addAll(cascades.subList(0, cascades.size() * 2 / 3));
          }
        });
    if (learned.isEmpty() && simulated < 1) {
      throw new CommandException(data + ": no file begins with '" + learn + "'");
    }
    int copies = whole ? ForecastTrainer.AS_IT_IS : ForecastTrainer.DOWN_TO_A_64TH;
    byte[] weights = ForecastTrainer.train(learned, copies, simulated, seed, System.err::println);
    Files.write(out, weights);
    if (!card.toString().isEmpty()) {
      renew(sets, Forecaster.of(weights));
    }
    var told = new LinkedHashMap<String, Object>();
    told.put("weights", out.toString().replace("\\", "/"));
    told.put("bytes", weights.length);
    told.put("seed", seed);
    told.put("cascades", learned.size());
    told.put("simulated", simulated);
    try (var json = new EngineJson(spec.commandLine().getOut())) {
      json.write(told);
    }
    return 0;
  }

  private void renew(Map<String, List<Cascade>> sets, Forecaster forecaster) throws IOException {
    String old = Files.readString(card);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new CommandException(card + ": must hold " + BEGIN + " and, below it, " + END);
    }
    var table = new StringBuilder();
    table.append("| set, last third | age | n | bands by | median error | always the same ");
    table.append(
        "| twice what was seen | tau | in 80 % | in 90 % | under 100, 500, above | Brier |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    sets.forEach(
        (name, cascades) -> {
          for (boolean corrects : new boolean[] {false, true}) {
            ForecastEvaluation.of(forecaster, cascades, SpreadCommandEvaluate.AGES, corrects)
                .forEach(row -> table.append(line(name, corrects, row)));
          }
        });
    Files.writeString(
        card, old.substring(0, begin) + BEGIN + "\n\n" + table + "\n" + old.substring(end));
  }

  private static String line(String name, boolean corrected, ForecastEvaluation.Row row) {
    var sizes = new ArrayList<String>();
    row.cover90BySize()
        .forEach(
            share -> sizes.add(share.isNaN() ? "–" : String.format(Locale.ROOT, "%.2f", share)));
    return String.format(
        Locale.ROOT,
        "| %s | %.0f min | %d | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %.3f |%n",
        name,
        row.at() / 60,
        row.n(),
        corrected ? "those before" : "as shipped",
        row.medianError(),
        row.constant(),
        row.naive(),
        row.tau(),
        row.cover80(),
        row.cover90(),
        String.join(", ", sizes),
        row.brier());
  }
}
