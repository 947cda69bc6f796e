package org.wordborne.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wordborne.effect.Effect;
import org.wordborne.effect.Inference;
import org.wordborne.effect.Lift;
import org.wordborne.effect.LiftSettings;
import org.wordborne.effect.Method;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What difference a campaign made to the units it touched.
@Command(
    name = "lift",
    description = {
      "Says what difference something made to the treated, beside units that were not.",
      "Prints {\"effect\",\"relative\",\"total\",\"interval\",\"level\",\"p\",\"method\",",
      "\"weights\",\"fit\",\"identifiable\",\"why\"}; what the data cannot tell is null."
    },
    footer = {
      "  wordborne effect lift glad.csv --unit topic --time day --value persons --treated fern",
      "      --from 2026-05-04"
    },
    mixinStandardHelpOptions = true)
final class EffectCommandLift implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private EffectSeries series = new EffectSeries();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "T",
      description = "First time of the campaign.")
  private String from = "";

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "did sc asc sdid regression auto (${DEFAULT-VALUE}).")
  private String method = "auto";

  @Option(
      names = "--weights",
      paramLabel = "A=.4,B=.6",
      split = ",",
      description = "A counterpart of weights that are given, in place of a method.")
  private Map<String, Double> weights = Map.of();

  @Option(names = "--level", description = "Level of the interval (${DEFAULT-VALUE}).")
  private double level = .95;

  @Option(
      names = "--inference",
      description = "Placebo blocks exchange auto (${DEFAULT-VALUE}).",
      paramLabel = "I")
  private Inference inference = Inference.AUTO;

  @Option(
      names = "--confounder",
      paramLabel = "TEXT",
      description = "Something else that happened at that time; may be repeated.")
  private List<String> confounders = List.of();

  @Option(names = "--seed", description = "Seed of placebo groups (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--path", description = "Also prints what was and would have been, and placebos.")
  private boolean path;

  @Override
  public Integer call() throws IOException {
    var read = series.read();
    try {
      var out = spec.commandLine().getOut();
      out.println(EffectJson.effect(effect(read), path));
      out.flush();
      return 0;
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(series.file() + ": " + wrong.getMessage());
    }
  }

  private Effect effect(EffectSeries.Read read) {
    var settings = new LiftSettings(level, inference, seed, confounders);
    var begins = read.from(series.file(), from);
    if (!weights.isEmpty()) {
      return Lift.weighted(read.panel(), read.treated(), begins, weights, settings);
    }
    var chosen = Method.of(method);
    if (series.hasCovariates() && chosen == Method.AUTO) {
      chosen = Method.REGRESSION;
    }
    if (series.hasCovariates() != (chosen == Method.REGRESSION)) {
      throw new CommandException("--covariates and --method regression go together");
    }
    return Lift.of(read.panel(), read.treated(), begins, chosen, settings);
  }
}
