package org.wordborne.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.wordborne.effect.LiftSettings;
import org.wordborne.effect.Method;
import org.wordborne.effect.Power;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What a campaign could show, before it begins.
@Command(
    name = "power",
    description = {
      "Says before a campaign what it could show.",
      "Prints {\"smallest\",\"relative\",\"level\",\"power\",\"rehearsals\",\"method\",",
      "\"identifiable\",\"why\"}: the smallest effect that a campaign could show."
    },
    footer = {
      "  wordborne effect power glad.csv --unit topic --time day --value persons --treated fern",
      "      --days 14"
    },
    mixinStandardHelpOptions = true)
final class EffectCommandPower implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private EffectSeries series = new EffectSeries();

  @Option(
      names = "--days",
      required = true,
      paramLabel = "N",
      description = "How many times (rows a unit) the campaign will last.")
  private int days = 1;

  @Option(names = "--method", description = "did sc asc sdid regression auto (${DEFAULT-VALUE}).")
  private String method = "auto";

  @Option(names = "--power", description = "Share of campaigns shown (${DEFAULT-VALUE}).")
  private double power = .8;

  @Option(names = "--level", description = "Level of the interval (${DEFAULT-VALUE}).")
  private double level = .95;

  @Override
  public Integer call() throws IOException {
    var read = series.read();
    try {
      var chosen = series.hasCovariates() ? Method.REGRESSION : Method.of(method);
      var settings = LiftSettings.usual().withLevel(level);
      var least = Power.detectable(read.panel(), read.treated(), days, chosen, power, settings);
      var out = spec.commandLine().getOut();
      out.println(EffectJson.smallest(least));
      out.flush();
      return 0;
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(series.file() + ": " + wrong.getMessage());
    }
  }
}
