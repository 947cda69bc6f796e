package org.wordborne.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wordborne.spread.Band;
import org.wordborne.spread.Cascade;
import org.wordborne.spread.Forecast;
import org.wordborne.spread.ForecastCorrection;
import org.wordborne.spread.Forecaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// How many will have told a story in the end.
@Command(
    name = "forecast",
    description = "Foretells the final size of cascades: median, bands, chance to pass.",
    footer = "  wordborne spread forecast story.csv --at 10m,1h,6h --threshold 250",
    mixinStandardHelpOptions = true)
final class SpreadCommandForecast implements Callable<Integer> {
  private static final int[] BANDS = {50, 80, 90};

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CASCADE",
      description = "CSV: [cascade,]seconds|t_s[,followers]; may be gzipped; - for input.")
  private String file = "-";

  @Option(
      names = "--at",
      split = ",",
      required = true,
      description = "Ages at which to forecast, such as 10m,1h,6h.")
  private List<String> ages = List.of();

  @Option(
      names = "--threshold",
      split = ",",
      paramLabel = "N",
      description = "The chance that so many tell it after the first.")
  private List<Integer> thresholds = List.of();

  @Option(
      names = "--own",
      paramLabel = "F",
      description = "Cascades of yours that ended: forecasts are corrected by them.")
  private String own = "";

  @Mixin private SpreadWeights weights = new SpreadWeights();

  @Override
  public Integer call() throws IOException {
    var forecaster = weights.forecaster();
    for (int threshold : thresholds) {
      if (threshold < 1) {
        throw new CommandException("--threshold: must be at least 1, was " + threshold);
      }
    }
    double[] seconds =
        ages.stream().mapToDouble(word -> SpreadCascades.age("--at", word)).toArray();
    var correction = correction(forecaster, seconds);
    var cascades = SpreadCascades.read(file);
    try (var json = new EngineJson(spec.commandLine().getOut())) {
      cascades.forEach(
          (name, cascade) -> {
            for (int i = 0; i < seconds.length; i++) {
              var forecast = forecaster.of(cascade.at(seconds[i]), seconds[i]);
              json.write(told(name, ages.get(i), correction.of(forecast)));
            }
          });
    }
    return 0;
  }

  private ForecastCorrection correction(Forecaster forecaster, double... seconds)
      throws IOException {
    var correction = new ForecastCorrection();
    if (!own.isEmpty()) {
      for (Cascade ended : SpreadCascades.read(own).values()) {
        for (double age : seconds) {
          correction.ended(forecaster.of(ended.at(age), age), ended.size());
        }
      }
    }
    return correction;
  }

  private Map<String, Object> told(String name, String age, Forecast forecast) {
    var told = new LinkedHashMap<String, Object>();
    if (!name.isEmpty()) {
      told.put("cascade", name);
    }
    told.put("at", age);
    told.put("seen", forecast.seen());
    told.put("median", EngineJson.rounded(forecast.median(), 1));
    var bands = new LinkedHashMap<String, Object>();
    for (int percent : BANDS) {
      Band band = forecast.band(percent);
      bands.put(
          Integer.toString(percent),
          new double[] {EngineJson.rounded(band.low(), 1), EngineJson.rounded(band.high(), 1)});
    }
    told.put("bands", bands);
    var passes = new LinkedHashMap<String, Object>();
    for (int threshold : thresholds) {
      double chance = forecast.passes(threshold);
      passes.put(Integer.toString(threshold), EngineJson.rounded(chance, 4));
    }
    told.put("passes", passes);
    told.put("naive", forecast.naive());
    return told;
  }
}
