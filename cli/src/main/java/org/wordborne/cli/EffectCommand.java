package org.wordborne.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// What difference it made, and draws that anyone can check. None of it starts a server.
@Command(
    name = "effect",
    description = "What difference it made, and draws that anyone can check.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EffectCommandLift.class,
      EffectCommandHoldOut.class,
      EffectCommandPower.class,
      EffectCommandDraw.class
    })
final class EffectCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: lift, holdout, power, draw");
  }
}
