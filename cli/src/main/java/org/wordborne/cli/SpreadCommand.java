package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// How far talk goes: the commands of `spread`. None of them starts a server.
@Command(
    name = "spread",
    description = "How far a story will go, and when there is more talk than usual.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SpreadCommandForecast.class,
      SpreadCommandBursts.class,
      SpreadCommandEvaluate.class,
      SpreadCommandTrain.class,
    })
final class SpreadCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command: forecast, bursts, evaluate, train");
  }
}
