package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.wordborne.spread.Cascade;
import org.wordborne.spread.ForecastEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How well final sizes are foretold, beside saying always the same.
@Command(
    name = "evaluate",
    description = "Foretells the last third of each file of cascades, in order; a line an age.",
    footer = "  wordborne spread evaluate --data cascades",
    mixinStandardHelpOptions = true)
final class SpreadCommandEvaluate implements Callable<Integer> {
  static final double[] AGES = {600, 3_600, 21_600};

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, description = "Folder with files of cascades, CSV.")
  private Path data = Path.of(".");

  @Mixin private SpreadWeights weights = new SpreadWeights();

  @Override
  public Integer call() throws IOException {
    var forecaster = weights.forecaster();
    try (var json = new EngineJson(spec.commandLine().getOut())) {
      for (var set : sets(data).entrySet()) {
        for (boolean corrected : new boolean[] {false, true}) {
          var rows = ForecastEvaluation.of(forecaster, set.getValue(), AGES, corrected);
          rows.forEach(row -> json.write(told(set.getKey(), corrected, row)));
        }
      }
    }
    return 0;
  }

  /// The files of cascades in a folder and its folder `cascades`, by name.
  static Map<String, List<Cascade>> sets(Path folder) throws IOException {
    var sets = new TreeMap<String, List<Cascade>>();
    for (Path place : List.of(folder, folder.resolve("cascades"))) {
      if (Files.isDirectory(place)) {
        for (Path file : files(place)) {
          String name = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
          sets.put(name, new ArrayList<>(SpreadCascades.read(file.toString()).values()));
        }
      }
    }
    if (sets.isEmpty()) {
      throw new CommandException(folder + ": no .csv or .csv.gz of cascades in it");
    }
    return sets;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".*\\.csv(\\.gz)?"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Object> told(
      String name, boolean corrected, ForecastEvaluation.Row row) {
    var told = new LinkedHashMap<String, Object>();
    told.put("data", name);
    told.put("at", row.at());
    told.put("n", row.n());
    told.put("corrected", corrected);
    told.put("medianError", EngineJson.rounded(row.medianError(), 4));
    told.put("constant", EngineJson.rounded(row.constant(), 4));
    told.put("naive", EngineJson.rounded(row.naive(), 4));
    told.put("tau", EngineJson.rounded(row.tau(), 4));
    told.put("cover80", EngineJson.rounded(row.cover80(), 4));
    told.put("cover90", EngineJson.rounded(row.cover90(), 4));
    told.put("brier", EngineJson.rounded(row.brier(), 4));
    return told;
  }
}
